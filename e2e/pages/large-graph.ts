import type { Locator, Page } from '@playwright/test'
import { DesignerPage } from './designer-page.ts'

/** The designer of an API that is too large to be drawn whole. */
export class LargeGraph extends DesignerPage {
  /** Groups in groups, drawn from afar. */
  readonly groups: Locator
  /** Cards and chips, drawn up close. */
  readonly cards: Locator

  constructor(page: Page, slug: string) {
    super(page, slug)
    this.groups = this.canvas.locator('.treemap-cell')
    this.cards = this.canvas.locator('.react-flow__node')
  }

  /** A group by its title. */
  group(title: string): Locator {
    return this.groups
      .filter({ has: this.page.locator('.treemap-name').getByText(title, { exact: true }) })
      .first()
  }

  /** How much of the page the canvas takes: its elements, whatever they are. */
  mounted(): Promise<number> {
    return this.canvas.evaluate(
      (canvas) => canvas.querySelectorAll('.treemap-cell, .react-flow__node').length,
    )
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
