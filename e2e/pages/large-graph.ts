import { expect, type Locator, type Page } from '@playwright/test'
import { DrawingPage } from './drawing-page.ts'

/** The designer of an API that is too large to be drawn whole. */
export class LargeGraph extends DrawingPage {
  /** Groups in groups, drawn from afar. */
  readonly map: Locator
  /** Cards and chips, drawn up close. */
  readonly cards: Locator

  constructor(page: Page, slug: string) {
    super(page, slug)
    this.map = this.canvas.getByTestId('treemap')
    this.cards = this.canvas.locator('.react-flow__node')
  }

  /** What the map says where the pointer stands on it, from one end of it to the other: tooltips and a place of each. */
  async groups(): Promise<Map<string, { x: number; y: number }>> {
    const places = await this.canvas.locator('.react-flow__pane').evaluate((pane: HTMLElement) => {
      const box = pane.getBoundingClientRect()
      const found: [string, { x: number; y: number }][] = []
      for (let y = box.top + 4; y < box.bottom; y += 6)
        for (let x = box.left + 4; x < box.right; x += 16) {
          pane.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }))
          if (pane.title) found.push([pane.title, { x, y }])
        }
      return found.toReversed()
    })
    return new Map(places)
  }

  /** What the map says at a place of the canvas: parts of its width and its height. */
  async groupAt(across: number, down: number): Promise<string> {
    return this.canvas.locator('.react-flow__pane').evaluate(
      (pane: HTMLElement, at) => {
        const { left, top, width, height } = pane.getBoundingClientRect()
        const [clientX, clientY] = [left + width * at.across, top + height * at.down]
        pane.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }))
        return pane.title
      },
      { across, down },
    )
  }

  /** Presses on a group of the map, found by its tooltip. */
  async enter(tooltip: string) {
    const place = (await this.groups()).get(tooltip)
    if (!place) throw new Error(`The map shows no "${tooltip}".`)
    await this.page.mouse.click(place.x, place.y)
  }

  /** How much of the page the canvas takes: its elements, whatever they are. */
  mounted(): Promise<number> {
    return this.canvas.evaluate((canvas) => canvas.querySelectorAll('*').length)
  }

  /** Turns the wheel with Ctrl held until the zoom is below or above so many percent. */
  async zoomOutPast(percent: number) {
    await this.#turn(40, (zoom) => zoom < percent)
  }

  async zoomInPast(percent: number) {
    await this.#turn(-40, (zoom) => zoom > percent)
  }

  async #turn(delta: number, isThere: (zoom: number) => boolean) {
    await this.#overCanvas()
    await this.page.keyboard.down('Control')
    for (let turns = 0; turns < 120 && !isThere(await this.zoom()); turns++) {
      await this.page.mouse.wheel(0, delta)
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
    await this.page.keyboard.up('Control')
  }

  /** Drags the canvas by its empty ground. */
  async pan(dx: number, dy: number) {
    const { x, y } = await this.#overCanvas()
    await this.page.mouse.down({ button: 'middle' })
    await this.page.mouse.move(x + dx, y + dy, { steps: 10 })
    await this.page.mouse.up({ button: 'middle' })
  }

  /** Pans up or down until a node is drawn, and another one no more. */
  async panUntil(dy: number, drawn: string, gone: string) {
    await expect(async () => {
      if ((await this.node(drawn).count()) === 0 || (await this.node(gone).count()) > 0) await this.pan(0, dy)
      await expect(this.node(drawn).first()).toBeVisible({ timeout: 1 })
      await expect(this.node(gone)).toHaveCount(0, { timeout: 1 })
    }).toPass()
  }

  /** Goes from node to node with a key, and names each by the form of what is selected. */
  async walk(key: string, steps: number): Promise<string[]> {
    const heading = this.inspector.getByRole('heading', { level: 2 })
    const names: string[] = []
    await this.canvas.focus()
    for (let step = 0; step < steps; step++) {
      const before = await heading.textContent()
      await this.page.keyboard.press(key)
      await expect(heading).not.toHaveText(before ?? '')
      names.push((await heading.textContent()) ?? '')
    }
    return names
  }

  /** How far two nodes are apart, wherever the canvas was panned to. */
  async between(first: string, second: string): Promise<{ x: number; y: number }> {
    const [a, b] = await Promise.all([this.box(first), this.box(second)])
    return { x: b.x - a.x, y: b.y - a.y }
  }

  /** Lines of the outline that are in the page. */
  get lines(): Locator {
    return this.outline.getByRole('treeitem')
  }

  async groupBy(by: 'path' | 'tag') {
    await this.page.getByRole('button', { name: `Group by ${by}` }).click()
  }

  async #overCanvas() {
    const box = (await this.canvas.boundingBox())!
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await this.page.mouse.move(centre.x, centre.y)
    return centre
  }
}
