/** The worker of a lab of networks. */
import '../training/networks.ts'
import './start.ts'
