import { AxeBuilder } from '@axe-core/playwright'
import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { test as base, expect, type Page } from '@playwright/test'
import { description } from '../bench/corpus.ts'
import { setUpAdministrator } from './pages/setup-page.ts'

interface WorkerFixtures {
  /** A whole Penstock of this worker's own, with its first administrator. */
  penstock: PenstockProcess
  /** Cookies of the administrator. */
  session: string
}

interface TestFixtures {
  /** What the browser's console may say as an error in this test: the calls that it makes fail on purpose. */
  expectedErrors: RegExp[]
  /** Fails the test for every other error in the console of the page, and for every exception that nobody caught. */
  quiet: void
  /** REST with the administrator's token; throws unless the answer is a 2xx. */
  rest: <T>(method: string, path: string, body?: unknown) => Promise<T>
  github: string
  /** WCAG 2.2 AA, and best practices; every finding fails. */
  accessible: (page: Page, what: string) => Promise<void>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  penstock: [
    async ({}, use) => {
      await using penstock = await startPenstock({ isFirst: true })
      await use(penstock)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  session: [
    async ({ penstock, browser }, use, worker) => {
      const file = `${worker.project.outputDir}/session-${worker.workerIndex}.json`
      const context = await browser.newContext()
      const page = await context.newPage()
      await setUpAdministrator(page, penstock.setupUrl!)
      await context.storageState({ path: file })
      await context.close()
      await use(file)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  storageState: ({ session }, use) => use(session),
  expectedErrors: [[], { option: true }],
  quiet: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
      })
      context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message))
      await use()
      const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)))
      expect(unexpected, "errors in the browser's console").toEqual([])
    },
    { auto: true },
  ],
  baseURL: ({ penstock }, use) => use(penstock.url),
  rest: ({ penstock }, use) =>
    use(async <T>(method: string, path: string, body?: unknown) => {
      const response = await fetch(new URL(path, penstock.url), {
        method,
        headers: { authorization: `Bearer ${penstock.token}`, 'content-type': 'application/json' },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
      return JSON.parse(text) as T
    }),
  github: async ({}, use) => use(await description('github')),
  accessible: ({}, use) =>
    use(async (page, what) => {
      // In the page itself, which has no frames of others, instead of in a blank page of its own; and only what fails
      // is described.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
      expect(found, `axe on ${what}`).toEqual([])
    }),
})

export { expect }
