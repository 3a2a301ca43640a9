import { runScript } from './ensure.mjs'

/** Builds the lab, then the embed beside it; the exit status. */
export function build() {
  for (const config of ['vite.config.ts', 'vite.embed.config.ts']) {
    const status = runScript('vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn'])
    if (status !== 0) return status
  }
  return 0
}
