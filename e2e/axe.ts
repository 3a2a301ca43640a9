import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright/test'
import { expect } from './lab.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe calls serious or critical, with the elements; of a part of the page, where one is named. */
export async function serious(page: Frame | Page, part = ':root') {
  // Evaluated by the protocol, which the content security policy does not concern.
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, { iframes: false })`,
  )
  expect(passes.length).toBeGreaterThan(10)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
