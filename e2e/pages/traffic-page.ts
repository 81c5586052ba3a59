import { expect, type Locator, type Page } from '@playwright/test'

/** The latest requests of an API, and what happened to one of them. */
export class TrafficPage {
  readonly page: Page
  readonly slug: string
  readonly detail: Locator
  readonly phases: Locator
  /** How the backend was called, where that failed. */
  readonly call: Locator
  /** What the failed call and its repetition mean. */
  readonly meaning: Locator
  readonly comparison: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.detail = page.getByRole('region', { name: 'Request', exact: true })
    this.phases = this.detail.getByRole('list', { name: 'Phases' })
    this.call = this.detail.getByRole('region', { name: 'Call to the backend' })
    this.meaning = this.call.getByRole('status')
    this.comparison = this.call.getByRole('table', { name: 'Then and directly' })
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/traffic`)
  }

  /** Opens the newest request of this method and path, by keyboard. */
  async select(method: string, path: string) {
    const line = this.page.getByRole('button', { name: `${method} ${path}` }).first()
    await line.press('Enter')
    await expect(this.detail).toContainText(path)
  }

  /** What is known of the request under this name. */
  fact(name: string): Locator {
    return this.detail
      .getByRole('definition')
      .filter({ has: this.page.locator(`xpath=preceding-sibling::dt[.="${name}"]`) })
  }

  bytes(label: string): Locator {
    return this.call.getByRole('group', { name: label })
  }

  async press(name: string) {
    await this.call.getByRole('button', { name }).press('Enter')
  }

  /** A cell of the comparison, as it failed or as it is now. */
  compared(what: string, when: 'then' | 'now'): Locator {
    const row = this.comparison
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: what, exact: true }) })
    return row.getByRole('cell').nth(when === 'then' ? 0 : 1)
  }
}
