import type { Locator, Page } from '@playwright/test'

/** What two people changed at once: before, theirs and mine, and a decision for each record. */
export class ConflictDialog {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Changed by two people' })
  }

  /** The cells of a field: its name, before, theirs and mine. */
  cells(field: string): Locator {
    return this.dialog.getByRole('row', { name: new RegExp(`^${field} `) }).getByRole('cell')
  }

  /** Whose version of one of several fields stays, by what it says. */
  choice(field: string, side: string, value: string): Locator {
    return this.dialog.getByRole('radio', { name: `${field} ${side} ${value}`, exact: true })
  }

  /** Whose what is, over the columns. */
  get headings(): Locator {
    return this.dialog.getByRole('columnheader')
  }

  get keepChosen(): Locator {
    return this.dialog.getByRole('button', { name: 'Keep what is chosen' })
  }

  async keepMine() {
    await this.dialog.getByRole('button', { name: 'Keep mine' }).click()
  }
}
