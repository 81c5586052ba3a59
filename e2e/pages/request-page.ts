import { expect, type Locator, type Page } from '@playwright/test'
import { useOf } from './review-page.ts'
import { settledViewOf } from './settled.ts'

/** A deploy request: the changes, what people say of them, and the deeds. */
export class RequestPage {
  readonly page: Page
  readonly slug: string
  readonly heading: Locator
  readonly changes: Locator
  readonly discussion: Locator
  readonly approvals: Locator
  readonly graph: Locator
  /** The way to the deployments of an API, from everywhere in it. */
  readonly tab: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.heading = page.getByRole('heading', { level: 1 })
    this.changes = page.getByRole('region', { name: 'Changes' })
    this.discussion = page.getByRole('region', { name: 'Discussion' })
    this.approvals = page.getByRole('region', { name: 'Approvals' })
    this.tab = page.getByRole('navigation', { name: 'API' }).getByRole('link', { name: /^Deployments/ })
    this.graph = page.getByRole('application')
  }

  /** From the review of a stage that asks for approvals; `ask`: of one that would let it be deployed directly. */
  async openFromReview(stage: string, title: string, how?: 'ask') {
    await this.page.goto(`/apis/${this.slug}/review?stage=${stage}${how === 'ask' ? '&ask=request' : ''}`)
    await this.page.getByRole('button', { name: 'Open deploy request' }).click()
    const dialog = this.page.getByRole('dialog', { name: `Ask to deploy to ${stage}` })
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
    await dialog.getByRole('button', { name: 'Open request' }).click()
    await expect(this.heading).toContainText(title)
  }

  async open(number: number) {
    await this.page.goto(`/apis/${this.slug}/deployments/requests/${number}`)
  }

  /** From the list of those that are not decided, as somebody else finds it; `said`: what it tells of comments. */
  async openFromList(title: string, said?: string) {
    await this.page.goto(`/apis/${this.slug}/deployments`)
    await this.page.getByRole('link', { name: /^Requests/ }).click()
    if (said !== undefined)
      await expect(this.page.getByRole('row').filter({ hasText: title })).toContainText(said)
    await this.page.getByRole('link', { name: title }).click()
    await expect(this.heading).toContainText(title)
  }

  async selectChange(title: string) {
    await this.changes.getByRole('button', { name: title }).click()
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

  /** About the node of the selected change that is called so, when one is named. */
  async comment(text: string, node?: string) {
    if (node !== undefined) {
      await this.discussion.getByRole('button', { name: /What it is about/ }).click()
      await this.page.getByRole('option', { name: `Node: ${node}` }).click()
    }
    await this.discussion.getByRole('textbox', { name: 'Comment' }).last().fill(text)
    await this.discussion.getByRole('button', { name: 'Comment' }).click()
    await expect(this.commentSaying(text)).toBeVisible()
  }

  /** How much was said of what a node shows, and the way to it. */
  commentsAt(node: string): Locator {
    return this.node(node).getByRole('button', { name: /^Show \d+ comments?$/ })
  }

  /** Where the graph is looked at, once it moves no more. */
  settledView(): Promise<string | null> {
    return settledViewOf(this.graph)
  }

  /** The changes as text, in place of the graph. */
  async showText() {
    await this.page
      .getByRole('radiogroup', { name: 'Show the changes as' })
      .getByRole('radio', { name: 'Text' })
      .click()
    await expect(this.graph).toHaveCount(0)
  }

  async showGraph() {
    await this.page
      .getByRole('radiogroup', { name: 'Show the changes as' })
      .getByRole('radio', { name: 'Graph' })
      .click()
    await expect(this.graph).toBeVisible()
  }

  async layText(how: 'Side by side' | 'Unified') {
    await this.page
      .getByRole('radiogroup', { name: 'Lay the text out' })
      .getByRole('radio', { name: how })
      .click()
  }

  /** The examples of what is deployed, as a check of it. */
  get examples(): Locator {
    return this.page.getByRole('region', { name: 'Examples' })
  }

  async runExamples() {
    await this.examples.getByRole('button', { name: /^Run/ }).click()
  }

  commentSaying(text: string): Locator {
    return this.discussion.getByRole('listitem').filter({ hasText: text })
  }

  async approve(words: string) {
    await this.approvals.getByRole('textbox', { name: 'What you think of it' }).fill(words)
    await this.approvals.getByRole('button', { name: 'Approve' }).click()
  }

  async askForChanges(words: string) {
    await this.approvals.getByRole('textbox', { name: 'What you think of it' }).fill(words)
    await this.approvals.getByRole('button', { name: 'Ask for changes' }).click()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** Where the request stands. */
  async expectState(state: string) {
    await expect(this.heading.locator('..')).toContainText(state)
  }
}
