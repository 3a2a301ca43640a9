import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { fileTexts } from './app/embed/fileTexts.plugin.ts'
import { scenes } from './app/embed/scenes.plugin.ts'
import { formulas } from './app/formulas.plugin.ts'
import { plainImports } from './app/plainImports.plugin.ts'
import { unreadInEmbed, without } from './app/unread.plugin.ts'
import { worker } from './app/worker.plugin.ts'

const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Puts script and style into the page itself, under a policy that allows exactly these two and no request at all: the
 * file is all there is, and runs from a disk and in a sandboxed frame.
 */
const oneFile: Plugin = {
  name: 'one-file',
  generateBundle: {
    // After Vite has put in what it knows only now.
    order: 'post',
    handler(_, bundle) {
      const all = Object.values(bundle)
      const page = all.find(({ fileName }) => fileName.endsWith('.html'))
      if (page?.type !== 'asset') throw new Error('there is no page')
      const script = all.flatMap((one) => (one.type === 'chunk' ? [one.code] : []))
      const style = all.flatMap((one) =>
        one.fileName.endsWith('.css') && one.type === 'asset' ? [one.source] : [],
      )
      if (script.length !== 1 || style.length !== 1 || all.length !== 3)
        throw new Error(`not one file: ${all.map(({ fileName }) => fileName).join(', ')}`)
      // Neither may end its own element.
      const js = `\n${script[0].trim().replaceAll('</script', '<\\/script')}\n`
      const css = `\n${String(style[0]).trim()}\n`
      const policy = [
        "default-src 'none'",
        `script-src ${sourceOf(js)}`,
        `style-src ${sourceOf(css)}`,
        'img-src data: blob:',
        'font-src data:',
        'worker-src blob:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ')
      page.source = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
        .replace(
          '<head>',
          () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
        .replace('</body>', () => `  <script type="module">${js}</script>\n  </body>`)
      for (const { fileName } of all) if (fileName !== page.fileName) delete bundle[fileName]
    },
  },
}

/** The embed: `dist/v1/embed/index.html`, one file with its engine in it. Built after the lab, beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [
    react(),
    formulas(['', '/equations']),
    scenes(),
    fileTexts,
    plainImports,
    oneFile,
    without(unreadInEmbed),
  ],
  build: {
    target: 'es2023',
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Infinity,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: 'v1/embed/index.html',
      output: { codeSplitting: false },
      // As in vite.config.ts.
      treeshake: { manualPureFunctions: ['bisector', 'Blur2', 'shuffler'], propertyReadSideEffects: false },
      checks: { bundlerTimings: false },
    },
  },
  worker,
})
