import { defineConfig, devices } from 'playwright/test'

/** Another one lets two checkouts be tested at a time. */
const port = Number(process.env.E2E_PORT ?? 4873)
const executablePath = process.env.CHROMIUM_PATH
const json = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE

/** Tests the built page as a static host serves it; `npm test` builds it and finds the browser. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  /** Two browsers on two cores that others may use as well. */
  timeout: 60_000,
  workers: 2,
  reporter: json ? [['list'], ['json', { outputFile: json }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: executablePath ? { executablePath } : {},
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: `http://localhost:${port}`,
    // Always a server of this dist/, never one that happens to listen there.
    reuseExistingServer: false,
  },
})
