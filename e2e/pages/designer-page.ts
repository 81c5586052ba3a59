import { expect, type Locator, type Page } from '@playwright/test'
import { type Box, settledBoxOf, settledViewOf } from './settled.ts'

/** Outline, canvas and inspector of one API. */
export class DesignerPage {
  readonly page: Page
  readonly slug: string
  readonly canvas: Locator
  readonly outline: Locator
  readonly inspector: Locator
  /** What lies over the canvas of an API in which nothing is drawn. */
  readonly emptyCard: Locator
  /** What answers the selected method. */
  readonly integration: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.canvas = page.getByRole('application', { name: /flow graph/ })
    this.outline = page.getByRole('navigation', { name: 'Outline' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.integration = this.inspector.getByRole('button', { name: /Integration$/ })
    this.emptyCard = page.getByRole('heading', { name: 'Draw the first path' })
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/design`)
    await expect(this.canvas).toBeVisible()
    // Keys mean something once there is something to walk.
    const drawn = this.canvas.locator('.react-flow__node').or(this.canvas.getByTestId('treemap'))
    await expect(drawn.or(this.emptyCard).first()).toBeVisible()
  }

  /** Finds a record by the words of its line in the outline and selects it; what is no operation says its kind first. */
  async select(line: string, search: string) {
    await this.outline.getByRole('searchbox').fill(search)
    const words = line.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
    await this.outline.getByRole('treeitem', { name: new RegExp(`^(?:[A-Za-z ]+ )?${words}$`) }).click()
  }

  /** By its key. */
  async openSearch() {
    await this.page.keyboard.press('/')
    await expect(this.outline.getByRole('searchbox')).toBeFocused()
  }

  /** A node on the canvas by its first line. */
  node(title: string): Locator {
    return this.canvas
      .locator('.react-flow__node')
      .filter({ has: this.page.locator('.node-title').getByText(title, { exact: true }) })
  }

  async selectNode(title: string) {
    await this.node(title).click()
  }

  get palette(): Locator {
    return this.page.getByRole('toolbar', { name: 'Palette' })
  }

  /** Over the canvas: undo, redo, and the doors to drawer and panes. */
  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Designer' })
  }

  get header(): Locator {
    return this.page.getByRole('banner')
  }

  /** Whether it can be brought into sight and nothing lies over it. */
  async expectReachable(what: Locator) {
    await what.scrollIntoViewIfNeeded()
    await expect(what).toBeInViewport({ ratio: 0.9 })
    if (await what.isEnabled()) await what.click({ trial: true })
  }

  field(label: string): Locator {
    return this.inspector.getByLabel(label, { exact: true })
  }

  /** Where a function's code is typed: in the inspector, or in the dialog that shows it larger. */
  code(place: Locator = this.inspector): Locator {
    return place.getByRole('textbox', { name: /^Code/ })
  }

  /** A line of that code as it is shown. */
  codeLine(text: string, place: Locator = this.inspector): Locator {
    return place.locator('.view-line').getByText(text)
  }

  async dragFromPalette(item: string, onto: Locator) {
    await this.palette.getByText(item).dragTo(onto)
  }

  /** Draws an edge from the right side of a node to the left side of another. */
  async connect(from: string, to: string) {
    await this.node(from).hover()
    await this.node(from)
      .locator('.react-flow__handle.source')
      .dragTo(this.node(to).locator('.react-flow__handle.target'))
  }

  /** Draws an edge to the middle of a node, wherever its handle is. */
  async connectToBody(from: string, to: string) {
    await this.node(from).hover()
    const source = await settledBoxOf(this.node(from).locator('.react-flow__handle.source'))
    const target = await this.box(to)
    await this.page.mouse.move(source.x + source.width / 2, source.y + source.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x + target.width * 0.7, target.y + target.height * 0.6, { steps: 8 })
    await this.page.mouse.up()
  }

  /** A line of the outline. */
  line(name: string): Locator {
    return this.outline.getByRole('treeitem', { name, exact: true })
  }

  /** Opens or closes a line by keyboard. */
  async setLineOpen(name: string, isOpen: boolean) {
    await this.line(name).click()
    await this.outline.getByRole('tree').press(isOpen ? 'ArrowRight' : 'ArrowLeft')
    await expect(this.line(name)).toHaveAttribute('aria-expanded', `${isOpen}`)
  }

  /** Opens or closes a line by mouse: what is selected stays so. */
  async toggleLine(name: string) {
    await this.line(name).locator('svg').first().click()
  }

  /** The id of the record of a line, as links name it. */
  async recordOf(line: string): Promise<string> {
    const id = await this.line(line).getAttribute('id')
    return id?.slice(id.indexOf('-') + 1) ?? ''
  }

  /** To another screen of the API, by its header. */
  async goTo(screen: string) {
    await this.page.getByRole('navigation', { name: 'API' }).getByRole('link', { name: screen }).click()
  }

  /** An entry of the menu of a node or a line. */
  menuItem(name: string): Locator {
    return this.page.getByRole('menu', { name: 'Node' }).getByRole('menuitem', { name })
  }

  async fit() {
    await this.page.getByRole('button', { name: 'Fit the graph' }).click()
    // Whoever points at something while it moves points beside it.
    await settledViewOf(this.canvas)
  }

  async zoom(): Promise<number> {
    const label = this.page.getByRole('button', { name: /Zoom is \d+ percent/ })
    return Number.parseInt((await label.textContent()) ?? '', 10)
  }

  /** Whether nothing lies over a node: not the palette, the minimap or a pane. */
  async isFree(title: string): Promise<boolean> {
    return isUncovered(this.node(title))
  }

  /** The same of the one that is selected. */
  async isSelectedFree(): Promise<boolean> {
    return isUncovered(this.canvas.locator('.react-flow__node.selected'))
  }

  /** Whether the last letter of a card's title, or of what is called so on a line, can be seen. */
  async showsEndOf(title: Locator): Promise<boolean> {
    return title.evaluate((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const text = texts.nextNode()
      if (!text?.textContent) return false
      const range = document.createRange()
      range.setStart(text, text.textContent.length - 1)
      range.setEnd(text, text.textContent.length)
      const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
      return letter.width > 0 && letter.left >= box.left - 1 && letter.right <= box.right + 1
    })
  }

  /** Runs a command of the palette by its name. */
  async runCommand(name: string) {
    await this.page.keyboard.press('ControlOrMeta+k')
    await this.page.getByRole('dialog', { name: 'Command palette' }).getByRole('searchbox').fill(name)
    await this.page.keyboard.press('Enter')
  }

  async renameParameter(place: 'query' | 'path' | 'header', from: string, to: string) {
    const field = this.inspector.getByRole('textbox', { name: `Name of the ${place} parameter ${from}` })
    await field.fill(to)
    await field.press('Enter')
  }

  async deleteSelected() {
    await this.page.keyboard.press('Delete')
  }

  /** Where a name is typed in its place, on a card or a line. */
  nameField(label: string, place: Locator = this.canvas): Locator {
    return place.getByRole('textbox', { name: label, exact: true })
  }

  async extendSelection(...titles: string[]) {
    for (const title of titles) await this.node(title).click({ modifiers: ['Shift'] })
  }

  async arrange(label: string) {
    await this.inspector
      .getByRole('group', { name: 'Arrange' })
      .getByRole('button', { name: label, exact: true })
      .click()
  }

  /** Where a node stands once it moves no more. */
  box(title: string): Promise<Box> {
    return settledBoxOf(this.node(title))
  }

  /** Draws a box around nodes with Shift held. */
  async boxSelect(first: string, last: string) {
    const [a, b] = [await this.box(first), await this.box(last)]
    await this.page.keyboard.down('Shift')
    await this.page.mouse.move(a.x - 12, a.y - 6)
    await this.page.mouse.down()
    await this.page.mouse.move(b.x + b.width + 6, b.y + b.height + 4, { steps: 8 })
    await this.page.mouse.up()
    await this.page.keyboard.up('Shift')
  }

  canvasMenuItem(name: string | RegExp, menu = 'Canvas'): Locator {
    return this.page.getByRole('menu', { name: menu }).getByRole('menuitem', { name })
  }

  async selectAll() {
    await this.page.keyboard.press('ControlOrMeta+a')
  }

  async clearSelection() {
    await this.canvas.focus()
    await this.page.keyboard.press('Escape')
  }

  async copy() {
    await this.page.keyboard.press('ControlOrMeta+c')
  }

  async cut() {
    await this.page.keyboard.press('ControlOrMeta+x')
  }

  async paste() {
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  async undo() {
    await this.page.keyboard.press('ControlOrMeta+z')
  }

  async redo() {
    await this.page.keyboard.press('ControlOrMeta+Shift+z')
  }

  async expectSaved() {
    const toolbar = this.page.getByRole('toolbar', { name: 'Designer', exact: true })
    await expect(toolbar.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }

  /** Somebody else who has this API open, by what is said of them. */
  person(name: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Also here' }).getByRole('button', { name })
  }

  /** Where the schema of a model is typed. */
  get schema(): Locator {
    return this.inspector.getByRole('textbox', { name: /^JSON Schema/ })
  }

  /** A wavy line in the schema that can be seen. */
  get schemaMark(): Locator {
    return this.inspector.locator('.cdr[class*=squiggly]')
  }

  /** What is selected in a text area of the inspector. */
  async selectedIn(label: string): Promise<string> {
    return this.field(label).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    )
  }

  /** Chooses in a list of the inspector that drops down. */
  async chooseIn(label: string, option: string) {
    await this.inspector.getByRole('button', { name: new RegExp(`\\b${label}$`) }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** What is said beside the fields that somebody else changed. */
  get fieldNotes(): Locator {
    return this.inspector.getByRole('note')
  }

  /** Writes into a field of the inspector and leaves it. */
  async write(label: string, text: string) {
    await this.field(label).fill(text)
    await this.field(label).press('Tab')
  }
}

async function isUncovered(node: Locator): Promise<boolean> {
  return node.evaluate((card) => {
    const { left, right, top, bottom } = card.getBoundingClientRect()
    const corners = [
      [left + 2, top + 2],
      [right - 2, top + 2],
      [left + 2, bottom - 2],
      [right - 2, bottom - 2],
    ] as const
    return corners.every(([x, y]) => card.contains(document.elementFromPoint(x, y)))
  })
}
