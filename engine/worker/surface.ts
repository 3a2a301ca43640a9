/** The worker of a lab of surfaces: it has no networks, their data sets and their memory. */
import '../formula/surface.ts'
import './start.ts'
