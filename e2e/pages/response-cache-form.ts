import { expect, type Locator, type Page } from '@playwright/test'

/** The response cache of one stage, in the settings of an API. By keyboard. */
export class ResponseCacheForm {
  readonly page: Page
  readonly slug: string
  readonly section: Locator
  readonly ttl: Locator
  readonly size: Locator
  readonly lines: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.section = page.getByRole('region', { name: /^Response cache/ })
    this.ttl = this.section.getByRole('textbox', { name: 'Kept for, in seconds' })
    this.size = this.section.getByRole('textbox', { name: 'At most, in MiB' })
    this.lines = this.section.getByRole('list', { name: 'Methods that differ' }).getByRole('listitem')
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/settings?section=stages`)
    await expect(this.section).toBeVisible()
  }

  async toggle() {
    await this.section.getByRole('switch').press('Space')
  }

  async whenAsked(choice: string) {
    await this.section.getByRole('button', { name: /When a caller asks for a new answer/ }).press('Enter')
    await this.page.getByRole('option', { name: choice, exact: true }).press('Enter')
  }

  /** Adds a method that differs; answers its line. */
  async add(name: string, ttl = ''): Promise<Locator> {
    await this.section.getByRole('button', { name: 'Add a method' }).press('Enter')
    const line = this.lines.last()
    await line.getByRole('textbox', { name: 'Method and path' }).fill(name)
    await line.getByRole('textbox', { name: /^Seconds/ }).fill(ttl)
    return line
  }

  async apply() {
    await this.section.getByRole('button', { name: /^Apply to/ }).press('Enter')
  }

  /** Saved, and nothing is left to apply. */
  async isSaved() {
    await expect(this.section.getByRole('button', { name: /^Apply to/ })).toHaveCount(0)
  }

  async flush() {
    await this.section.getByRole('button', { name: /^Flush/ }).press('Enter')
    const dialog = this.page.getByRole('dialog', { name: /^Flush the response cache/ })
    await dialog.getByRole('button', { name: 'Flush' }).press('Enter')
    await expect(dialog).toHaveCount(0)
  }
}
