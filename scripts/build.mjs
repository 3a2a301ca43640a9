// `npm run build`: a static dist/ that runs on any host and under any path; in it the embed, one file for other pages.
import { build } from './builds.mjs'
import { ensureDependencies } from './ensure.mjs'
import { report } from './size.mjs'

ensureDependencies()
const status = build()
if (status !== 0) process.exit(status)
report()
