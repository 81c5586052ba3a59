import { expect, type Locator, type Page } from '@playwright/test'

/** The history of deployments, the comparison of two, and the timeline of a stage. */
export class HistoryPage {
  readonly page: Page
  readonly slug: string
  readonly graph: Locator
  readonly slider: Locator
  readonly facts: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.graph = page.getByRole('application')
    this.slider = page.getByRole('slider', { name: /^Version of/ })
    this.facts = page.getByRole('region', { name: 'Facts' })
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/deployments`)
    await expect(this.page.getByRole('heading', { name: 'Deployments', level: 1 })).toBeVisible()
  }

  row(version: number): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name: `v${version} as it was` }) })
  }

  async search(words: string) {
    await this.page.getByRole('searchbox', { name: 'Search the history' }).fill(words)
  }

  async compare(first: number, second: number) {
    for (const version of [first, second])
      await this.row(version).getByText(`Compare v${version}`).click({ force: true })
    await this.page.getByRole('button', { name: /^Compare v\d+ with v\d+$/ }).click()
  }

  async look(version: number) {
    await this.row(version)
      .getByRole('link', { name: `v${version} as it was` })
      .click()
    await expect(this.facts).toContainText(`v${version}`)
  }

  /** What a node says on its corner was done to it, and what that means to callers. */
  mark(title: string): Locator {
    return this.node(title).getByRole('img', { name: /^(added|changed|removed)/ })
  }

  /** A node of the graph by its first line. */
  node(title: string): Locator {
    return this.graph
      .locator('.react-flow__node')
      .filter({ has: this.page.locator('.node-title').getByText(title, { exact: true }) })
  }
}
