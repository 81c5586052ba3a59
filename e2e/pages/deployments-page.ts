import { expect, type Locator, type Page } from '@playwright/test'

export class DeploymentsPage {
  readonly page: Page
  readonly slug: string

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/deployments`)
    await expect(this.page.getByRole('heading', { name: 'Deployments', level: 1 })).toBeVisible()
  }

  row(version: number): Locator {
    return this.page.getByRole('row').filter({ hasText: new RegExp(`\\bv${version}\\b`) })
  }

  async rollBackTo(version: number, stage: string) {
    await this.row(version).last().getByRole('button', { name: 'Roll back' }).click()
    const dialog = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'))
    await dialog.getByRole('button', { name: `Roll ${stage} back to v${version}` }).click()
    await expect(dialog).toBeHidden()
  }
}
