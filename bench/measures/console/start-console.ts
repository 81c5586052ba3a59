import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { type Browser, chromium, type Page } from '@playwright/test'
import { nameHelper } from '../../../e2e/pages/name-helper.ts'
import { setUpAdministrator } from '../../../e2e/pages/setup-page.ts'
import { atRest } from '../../at-rest.ts'
import { installStopwatch } from './stopwatch.ts'

export const viewport = { width: 1440, height: 900 }

/** A whole Penstock with an administrator, and headless Chromium. */
export interface Console extends AsyncDisposable {
  readonly penstock: PenstockProcess
  readonly browser: Browser
  /** A page of somebody who is signed in, with an empty cache. Closed with its context. */
  open(): Promise<Page>
}

export async function startConsole(): Promise<Console> {
  const penstock = await startPenstock()
  try {
    const browser = await launch()
    const storageState = await signIn(browser, penstock.setupUrl!)
    return {
      penstock,
      browser,
      async open() {
        const context = await browser.newContext({ storageState, viewport })
        await context.addInitScript(nameHelper)
        await context.addInitScript(installStopwatch)
        return context.newPage()
      },
      async [Symbol.asyncDispose]() {
        await browser.close()
        await penstock.stop()
      },
    }
  } catch (error) {
    await penstock.stop()
    throw error
  }
}

/** A new page once its browser has nothing more to do of its own. */
export async function pageAtRest(console: Console): Promise<Page> {
  const page = await console.open()
  await atRest()
  return page
}

function launch(): Promise<Browser> {
  const executablePath = process.env['PENSTOCK_CHROMIUM']
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

async function signIn(browser: Browser, setupUrl: string) {
  const context = await browser.newContext()
  await setUpAdministrator(await context.newPage(), setupUrl)
  const state = await context.storageState()
  await context.close()
  return state
}
