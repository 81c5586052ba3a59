import { expect, type Locator, type Page } from '@playwright/test'

export class ApiListPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open() {
    await this.page.goto('/')
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** Chooses a file in the dialog of imports, and answers that. */
  async chooseFile(name: string, document: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Import' }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(document) })
    return dialog
  }

  /** Imports a file through the dialog and answers that, with its report. */
  async importReport(name: string, document: string): Promise<Locator> {
    const dialog = await this.chooseFile(name, document)
    await dialog.getByRole('button', { name: /^Import/ }).click()
    await expect(dialog.getByText(/Imported [\d,]+ operations/)).toBeVisible({ timeout: 30_000 })
    return dialog
  }

  /** Imports a file through the dialog, opens the API that it made and answers its slug. */
  async importFile(name: string, document: string): Promise<string> {
    const dialog = await this.importReport(name, document)
    await dialog.getByRole('button', { name: /^(Open|Go to)/ }).click()
    await this.page.waitForURL(/\/apis\/[\w-]+\/design/)
    return /\/apis\/([\w-]+)\//.exec(this.page.url())![1]!
  }
}
