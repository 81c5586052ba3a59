import { expect, type Locator, type Page } from '@playwright/test'

type Severity = 'errors' | 'warnings' | 'hints'

/** The list of problems under the canvas, and their marks everywhere else. */
export class ProblemsPanel {
  readonly page: Page
  readonly list: Locator
  /** Each line that leads to what it is about. */
  readonly lines: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('region', { name: 'Problems' })
    this.lines = this.list.locator('[data-problem]')
  }

  /** Opens the list by what the toolbar says of it, and waits until that is what is expected. */
  async open(count: RegExp) {
    await this.page.getByRole('button', { name: count }).click()
    await expect(this.list).toBeVisible()
  }

  /** The toolbar says that so much was found. */
  async expectFound(count: RegExp) {
    await expect(this.page.getByRole('button', { name: count })).toBeVisible()
  }

  line(text: string | RegExp): Locator {
    return this.list.getByRole('listitem').filter({ hasText: text })
  }

  async goTo(text: string | RegExp) {
    await this.line(text).locator('[data-problem]').click()
  }

  async fix(text: string | RegExp) {
    await this.line(text)
      .getByRole('button', { name: /^Fix: / })
      .click()
  }

  async fixAllLike(text: string | RegExp) {
    await this.line(text)
      .getByRole('button', { name: /like this$/ })
      .click()
  }

  async show(severity: Severity) {
    await this.page.getByRole('radio', { name: new RegExp(`^${severity}`) }).click()
  }

  async search(words: string) {
    await this.page.getByRole('searchbox', { name: 'Search problems' }).fill(words)
  }

  async showAll() {
    await this.page.getByRole('button', { name: 'Show all' }).click()
  }

  /** Makes a check count for something else in this API. */
  async treatAs(text: string | RegExp, level: RegExp) {
    await this.line(text)
      .first()
      .getByRole('button', { name: /^About / })
      .click()
    await this.page.getByRole('menuitem', { name: level }).click()
  }

  async setBack(rule: string) {
    await this.page.getByRole('button', { name: /level changed/ }).click()
    await this.page.getByRole('menuitem', { name: `Set ${rule} back` }).click()
  }

  /** The mark on a node of the canvas. */
  badge(node: Locator, words: string): Locator {
    return node.getByRole('img', { name: words, exact: true })
  }
}
