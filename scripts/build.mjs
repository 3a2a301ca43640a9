// `npm run build`: a static dist/ that runs on any host and under any path.
import { ensureDependencies, runScript } from './ensure.mjs'
import { report } from './size.mjs'

ensureDependencies()
const status = runScript('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
if (status !== 0) process.exit(status)
report()
