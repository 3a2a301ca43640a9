/** Networks join the problems that can be trained, and take their memory: see `../experiment/networks.ts`. */
import { networkTask } from './networkTask.ts'
import { tasks } from './tasks.ts'

tasks.network = networkTask
