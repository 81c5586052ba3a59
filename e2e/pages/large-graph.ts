import type { Locator, Page } from '@playwright/test'
import { DesignerPage } from './designer-page.ts'

/** The designer of an API that is too large to be drawn whole. */
export class LargeGraph extends DesignerPage {
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

  /** Presses on a group of the map, found by its tooltip. */
  async enter(tooltip: string) {
    const place = (await this.groups()).get(tooltip)
    if (!place) throw new Error(`The map shows no "${tooltip}".`)
    await this.page.mouse.click(place.x, place.y)
  }

  /** How much of the page the canvas takes: its elements, whatever they are. */
  mounted(): Promise<number> {
    return this.cards.count()
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

  async #overCanvas() {
    const box = (await this.canvas.boundingBox())!
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  }
}
