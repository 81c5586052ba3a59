import { expect, type Locator, type Page } from '@playwright/test'
import { settledViewOf } from './settled.ts'

/** The list of changes against a stage, and the deploy button. */
export class ReviewPage {
  readonly page: Page
  readonly slug: string
  readonly changes: Locator
  readonly graph: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.changes = page.getByRole('region', { name: 'Changes' })
    this.graph = page.getByRole('application')
  }

  async open(stage: string) {
    await this.page.goto(`/apis/${this.slug}/review?stage=${stage}`)
  }

  /** Makes the first stage of an API and opens the review against it. */
  async createFirst(stage: string) {
    await this.page.goto(`/apis/${this.slug}/review`)
    await this.page.getByRole('textbox', { name: 'Stage' }).fill(stage)
    await this.page.getByRole('button', { name: `Create ${stage} and review` }).click()
  }

  /** The first deployment of an API: names the stage that it makes, then deploys everything. */
  async deployFirst(stage: string) {
    await this.createFirst(stage)
    await this.page.getByRole('button', { name: new RegExp(`^Deploy .* to ${stage}$`) }).click()
  }

  async expectSentence(sentence: RegExp) {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(sentence)
  }

  change(title: string | RegExp): Locator {
    return this.changes.getByRole('button', { name: title })
  }

  /** What is said of the routes that a change touches. */
  use(title: string): Locator {
    return useOf(this.changes, title)
  }

  /** A node of the graph by its first line. */
  node(title: string): Locator {
    return this.graph
      .locator('.react-flow__node')
      .filter({ has: this.page.locator('.node-title').getByText(title, { exact: true }) })
  }

  /** What a node says on its corner was done to it, and what that means to callers. */
  mark(title: string): Locator {
    return this.node(title).getByRole('img', { name: /^(added|changed|removed)/ })
  }

  /** What a route, or a closed group of them, says about shared records that it uses. */
  touched(title: string): Locator {
    return this.node(title).getByRole('img', { name: /touched/ })
  }

  /** How many routes a shared record says that its change touches. */
  touches(title: string): Locator {
    return this.node(title).getByRole('img', { name: /^touches/ })
  }

  /** Where the graph is looked at, once it moves no more. */
  settledView(): Promise<string | null> {
    return settledViewOf(this.graph)
  }

  /** The titles of all changes that are listed. */
  get titles(): Locator {
    return this.changes.getByRole('listitem').locator('> div > button:first-child')
  }

  async deploy(button: string) {
    await this.page.getByRole('button', { name: button }).click()
  }

  /** A plan that breaks callers is asked about once more, by name. */
  async confirmBreaking(button: string, title: string) {
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByText(title)).toBeVisible()
    await dialog.getByRole('button', { name: button }).click()
    await expect(dialog).toBeHidden()
  }

  /** Opens the list of records that changed because of the selected change, and the text of one of them. */
  async openAlso(record: string) {
    await this.changes.getByRole('button', { name: /changed because of this$/ }).click()
    await this.changes.getByRole('button', { name: record }).click()
  }

  /** The changes as text, in place of the graph. */
  async showText() {
    await this.page
      .getByRole('radiogroup', { name: 'Show the changes as' })
      .getByRole('radio', { name: 'Text' })
      .click()
    await expect(this.graph).toHaveCount(0)
  }

  /** The text of a record that is wholly new or gone. */
  text(label: RegExp): Locator {
    return this.page.getByRole('textbox', { name: label })
  }

  /** The one that is open. */
  finding(check: string): Locator {
    return this.changes
      .getByRole('listitem')
      .filter({ has: this.page.getByText(check, { exact: true }) })
      .last()
  }

  /** Shows only what has these words, by keyboard. */
  async find(words: string) {
    await this.page.keyboard.press('/')
    await expect(this.page.getByRole('searchbox', { name: 'Find in the changes' })).toBeFocused()
    await this.page.keyboard.type(words)
  }

  async showEverything() {
    await this.page.getByRole('searchbox', { name: 'Find in the changes' }).fill('')
    await this.page.getByRole('region', { name: 'Changes' }).focus()
  }

  /** A filter by verdict or kind. */
  filter(name: RegExp): Locator {
    return this.page.getByRole('search', { name: 'Filter the changes' }).getByRole('button', { name })
  }

  /** Takes the selected changes upon oneself, by keyboard. */
  async acknowledge(dialog: string, reason: string) {
    await this.page.keyboard.press('a')
    await expect(this.page.getByRole('dialog', { name: dialog })).toBeVisible()
    await this.page.keyboard.type(reason)
    await this.page.getByRole('button', { name: dialog }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
    await expect(this.changes.getByText(`“${reason}”`)).toBeVisible()
  }

  /** Says what the check of an open finding means for this API. */
  async override(check: string, level: string, reason: string) {
    await this.changes.getByRole('button', { name: `About ${check}` }).click()
    await this.page.getByRole('menuitem', { name: 'Override the check…' }).click()
    const dialog = this.page.getByRole('dialog', { name: `What does ${check} mean?` })
    await dialog.getByText(level, { exact: true }).click()
    await expect(dialog.getByRole('radio', { name: level })).toBeChecked()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await dialog.getByRole('button', { name: 'Override the check' }).click()
    await expect(dialog).toBeHidden()
  }
}

/** The line below the title of a change that says how much its routes were used. */
export function useOf(changes: Locator, title: string): Locator {
  return changes
    .getByRole('listitem')
    .filter({ has: changes.page().getByRole('button', { name: title }) })
    .getByText(/^[\d,]+ routes?( · |$)/)
}
