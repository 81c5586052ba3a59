import { expect, type Locator, type Page } from '@playwright/test'

/** The strip above every screen of an API. */
export class StageStrip {
  readonly root: Locator

  constructor(page: Page) {
    this.root = page.getByRole('navigation', { name: 'Stages' })
  }

  stage(name: string): Locator {
    return this.root.getByRole('link', { name: new RegExp(`^${name} `) })
  }

  /** `0` is "in step". */
  async expectStaged(name: string, count: number) {
    await expect(this.stage(name)).toContainText(count === 0 ? 'in step' : `${count} staged`)
  }

  async expectVersion(name: string, version: number) {
    await expect(this.stage(name)).toContainText(`v${version}`)
  }
}
