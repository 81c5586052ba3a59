import { expect, type Locator } from '@playwright/test'
import { DesignerPage } from './designer-page.ts'
import { settledBoxOf } from './settled.ts'

/** The designer where methods, steps and what they share are drawn. */
export class DrawingPage extends DesignerPage {
  /** The list that opens at the pointer or at what has the keyboard. */
  get picker(): Locator {
    return this.page.getByRole('combobox', { name: /Insert|Connect|Answer/ })
  }

  /** Why what is held can't be put where the pointer is. */
  get refusal(): Locator {
    return this.page.getByTestId('pointer-hint').filter({ hasText: /./ })
  }

  /** What lights up because it takes what is held. */
  get taker(): Locator {
    return this.page.getByTestId('drop-mark')
  }

  async openFlow(method: string) {
    await this.node(method).hover()
    await this.node(method)
      .getByRole('button', { name: /^Open the flow/ })
      .click()
    // Not by its button to close it: a flow that is shown whole in a narrow window may be too small for buttons.
    await expect(this.node('Caller').first()).toBeVisible()
  }

  async closeFlow(method: string) {
    await this.node(method).hover()
    await this.node(method)
      .getByRole('button', { name: /^Close the flow/ })
      .click()
    await expect(this.node('Caller')).toHaveCount(0)
  }

  /** Clicks the "+" on an edge of an open flow. */
  async insert(where: string) {
    await this.canvas.getByRole('button', { name: `Insert between ${where}` }).click()
    await expect(this.picker).toBeFocused()
  }

  /** The same, whatever comes next. */
  async insertAfter(step: string) {
    await this.canvas.getByRole('button', { name: new RegExp(`^Insert between ${step} and `) }).click()
    await expect(this.picker).toBeFocused()
  }

  async choose(words: string) {
    await this.picker.fill(words)
    await this.page.keyboard.press('Enter')
    await expect(this.picker).toHaveCount(0)
  }

  /** Names of the steps that are drawn, from left to right. */
  async steps(names: readonly string[]): Promise<string[]> {
    const places = await Promise.all(names.map(async (name) => ({ name, x: (await this.box(name)).x })))
    return places.toSorted((a, b) => a.x - b.x).map(({ name }) => name)
  }

  /** Takes an item of the palette and holds it somewhere. */
  async hold(item: string, x: number, y: number) {
    const bar = this.page.getByRole('toolbar', { name: 'Palette' })
    await bar.getByRole('button', { name: item }).hover()
    await this.page.mouse.down()
    await this.page.mouse.move(x - 12, y, { steps: 6 })
    await this.page.mouse.move(x, y, { steps: 3 })
  }

  /** Holds it over the edge that leaves a node. */
  async holdOverEdgeOf(item: string, node: string) {
    const { x, y, width, height } = await this.box(node)
    await this.hold(item, x + width + 10, y + height / 2)
  }

  async holdOver(item: string, node: string) {
    const { x, y, height } = await this.box(node)
    await this.hold(item, x + 20, y + height / 2)
  }

  async release() {
    await this.page.mouse.up()
  }

  /** Begins an edge at a node and leads it over another, or to a place of the canvas where nothing is. */
  async leadEdge(from: string, to: string | { x: number; y: number }) {
    await this.node(from).hover()
    const handle = await settledBoxOf(this.node(from).locator('.react-flow__handle.source'))
    const box = typeof to === 'string' ? await this.box(to) : null
    const canvas = (await this.canvas.boundingBox())!
    const end = box
      ? { x: box.x + 16, y: box.y + box.height / 2 }
      : { x: canvas.x + (to as { x: number }).x, y: canvas.y + (to as { y: number }).y }
    await this.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x - 8, end.y, { steps: 8 })
    await this.page.mouse.move(end.x, end.y, { steps: 2 })
  }

  get deleteDialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Delete/ })
  }
}
