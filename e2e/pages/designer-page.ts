import { expect, type Locator, type Page } from '@playwright/test'

/** Outline, canvas and inspector of one API. */
export class DesignerPage {
  readonly page: Page
  readonly slug: string
  readonly canvas: Locator
  readonly outline: Locator
  readonly inspector: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.canvas = page.getByRole('application', { name: /flow graph/ })
    this.outline = page.getByRole('navigation', { name: 'Outline' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/design`)
    await expect(this.canvas).toBeVisible()
  }

  /** Finds a record by the words of its line in the outline and selects it. */
  async select(line: string, search: string) {
    await this.outline.getByRole('searchbox').fill(search)
    await this.outline.getByRole('treeitem', { name: line, exact: true }).click()
  }

  async renameParameter(place: 'query' | 'path' | 'header', from: string, to: string) {
    const field = this.inspector.getByRole('textbox', { name: `Name of the ${place} parameter ${from}` })
    await field.fill(to)
    await field.press('Enter')
  }

  async deleteSelected() {
    await this.page.keyboard.press('Delete')
  }

  async undo() {
    await this.page.keyboard.press('ControlOrMeta+z')
  }

  async redo() {
    await this.page.keyboard.press('ControlOrMeta+Shift+z')
  }

  async expectSaved() {
    await expect(this.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }
}
