import { expect, type Locator, type Page } from '@playwright/test'

/** The API as an OpenAPI document, beside the canvas. */
export class CodePage {
  readonly page: Page
  readonly pane: Locator
  readonly text: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.pane = page.getByRole('region', { name: 'Code', exact: true })
    this.text = this.pane.getByRole('textbox', { name: 'The API as an OpenAPI document' })
    this.status = this.pane.getByRole('status')
  }

  /** By the button of the toolbar. */
  async open() {
    await this.page.getByRole('button', { name: 'Code', exact: true }).click()
    await this.expectInStep()
  }

  async expectInStep() {
    await expect(this.status).toHaveText('In step with the graph')
  }

  /** A line as it is shown; blanks between words are not those of the text. */
  line(text: string | RegExp): Locator {
    return this.pane.locator('.view-line').filter({ hasText: text })
  }

  /** The number of a line that is in sight. */
  async lines(): Promise<string[]> {
    const lines = await this.pane.locator('.view-line').all()
    const placed = await Promise.all(
      lines.map(async (line) => ({
        top: (await line.boundingBox())?.y ?? 0,
        text: ((await line.textContent()) ?? '').replaceAll('\u00a0', ' '),
      })),
    )
    return placed.sort((a, b) => a.top - b.top).map(({ text }) => text)
  }

  /** Puts the cursor at the end of a line and types. */
  async typeBehind(text: string, typed: string) {
    await this.line(text).first().click()
    await this.page.keyboard.press('End')
    await this.page.keyboard.type(typed)
  }

  /** Takes characters from the end of a line and types others. */
  async replaceEnd(text: string, end: string, typed: string) {
    await this.line(text).first().click()
    await this.page.keyboard.press('End')
    for (const _ of end) await this.page.keyboard.press('Backspace')
    await this.page.keyboard.type(typed)
  }

  /** The lines of what is selected. */
  get highlighted(): Locator {
    return this.pane.locator('.code-selected')
  }

  async undo() {
    await this.page.keyboard.press('ControlOrMeta+z')
  }
}
