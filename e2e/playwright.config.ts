import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results',
  // Each worker runs a Penstock of its own.
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // One that passes only the second time has a race, its own or the product's: the end of the run names it, and it is
  // to be mended. It does not hold up what has nothing to do with it.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1280, height: 800 },
    // A trace keeps the whole page at each step, a third of all the time: for who looks for a failure's cause.
    trace: process.env['PENSTOCK_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['PENSTOCK_CHROMIUM'] ? { executablePath: process.env['PENSTOCK_CHROMIUM'] } : {}),
      // Root in a container has no user namespace for the sandbox; the pages are our own, from loopback.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
