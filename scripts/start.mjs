// `npm start`: installs what is missing and serves the lab. Options go to Vite: `npm start -- --port 8080`.
import { ensureDependencies } from './ensure.mjs'

ensureDependencies()
await import('../node_modules/vite/bin/vite.js')
