import { expect, type Locator, type Page } from '@playwright/test'

/** A reader's view of one API: contents and search at the left, the page, and how to call it at the right. */
export class PortalPage {
  readonly page: Page
  readonly slug: string
  readonly search: Locator
  readonly tree: Locator
  readonly heading: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.search = page.getByRole('combobox', { name: 'Search operations and schemas' })
    this.tree = page.getByRole('tree', { name: 'Operations by group' })
    this.heading = page.getByRole('heading', { level: 1 })
  }

  async open(path = ''): Promise<void> {
    await this.page.goto(`/portal/${this.slug}${path}`)
  }

  async expectPage(heading: string): Promise<void> {
    await expect(this.heading).toHaveText(heading)
    await expect(this.page).toHaveTitle(new RegExp(heading))
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send to prod' }).click()
  }
}
