/** A worker of either kind of problem, where one file that may be asked for both costs less than two. */
import './network.ts'
import './surface.ts'
