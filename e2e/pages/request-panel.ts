import { expect, type Locator, type Page } from '@playwright/test'

/** The drawer under the canvas where requests are explained and sent, and what of them the graph shows. */
export class RequestPanel {
  readonly page: Page
  readonly canvas: Locator
  readonly request: Locator
  /** What the route panel says that the backend would be called with. */
  readonly backendRequest: Locator
  readonly losers: Locator
  readonly guards: Locator
  readonly phases: Locator
  readonly examples: Locator
  /** Of the request that is tried. */
  readonly path: Locator
  readonly headers: Locator
  readonly requestBody: Locator
  /** Of its answer. */
  readonly body: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('application', { name: /flow graph/ })
    this.request = page.getByRole('textbox', { name: 'Request', exact: true })
    this.backendRequest = page.getByRole('region', { name: 'Backend request' })
    this.losers = page.getByRole('region', { name: 'Routes that do not answer' })
    this.guards = page.getByLabel('On the way')
    this.phases = page.getByRole('list', { name: 'Phases' })
    this.examples = page.getByRole('region', { name: 'Examples' })
    this.path = page.getByRole('textbox', { name: 'Path', exact: true })
    this.headers = page.getByRole('textbox', { name: 'Headers', exact: true })
    this.requestBody = page.getByRole('textbox', { name: 'Body', exact: true })
    this.body = page.getByRole('group', { name: 'body of the answer' })
  }

  /** Opens the route panel by its command and asks. */
  async ask(request: string) {
    await this.page.keyboard.press('ControlOrMeta+k')
    const palette = this.page.getByRole('dialog', { name: 'Command palette' })
    await palette.getByRole('searchbox').fill('Which route answers')
    await this.page.keyboard.press('Enter')
    await expect(this.request).toBeFocused()
    await this.request.fill(request)
    await this.request.press('Enter')
  }

  async expectAnsweredBy(method: string, path: string) {
    const panel = this.page.getByRole('tabpanel', { name: 'Route' })
    await expect(panel.getByText('Answered by', { exact: true })).toBeVisible()
    await expect(panel.getByRole('button', { name: `${method} ${path}` }).first()).toBeVisible()
  }

  /** The mark that a traced request left on a node: what it did there, or why it did not come by. */
  mark(title: string): Locator {
    return this.canvas
      .locator('.react-flow__node')
      .filter({ has: this.page.locator('.node-title').getByText(title, { exact: true }) })
      .locator('[data-trace]')
  }

  /** Whether nothing of a text is cut off, and nothing lies over it. */
  async isWhole(text: Locator): Promise<boolean> {
    return text.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const middle = (top + bottom) / 2
      const isFree = [left + 1, (left + right) / 2, right - 1].every((x) =>
        element.contains(document.elementFromPoint(x, middle)),
      )
      return isFree && element.scrollWidth <= element.clientWidth + 1
    })
  }

  async openTryIt() {
    await this.page.getByRole('tab', { name: 'Try it' }).click()
  }

  async send() {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click()
  }

  /** Sends it to another stage. */
  async sendTo(stage: string) {
    await this.page.getByRole('button', { name: /Where to$/ }).click()
    await this.page.getByRole('option', { name: stage, exact: true }).click()
    await this.send()
  }

  phase(name: string): Locator {
    return this.phases.getByRole('listitem').filter({ hasText: new RegExp(`^${name} (passed|failed|stops)`) })
  }

  async openPhase(name: string) {
    await this.phase(name).locator('summary').first().click()
  }

  async saveExample(name: string) {
    await this.page.getByRole('button', { name: 'Save as example' }).click()
    await this.page.getByLabel('Name of the example').fill(name)
    await this.page
      .getByRole('form', { name: 'Save as example' })
      .getByRole('button', { name: 'Save' })
      .click()
  }
}
