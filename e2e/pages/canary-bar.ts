import { expect, type Locator, type Page } from '@playwright/test'

/** What is tried on a part of a stage's requests: on its review, and among the deployments. */
export class CanaryBar {
  readonly page: Page
  readonly region: Locator
  readonly dialog: Locator

  constructor(page: Page, stage: string) {
    this.page = page
    this.region = page.getByRole('region', { name: `Canary of ${stage}` })
    this.dialog = page.getByRole('dialog')
  }

  /** From the review: a part of the requests gets what is staged. */
  async deploy(percent: string) {
    await this.page.getByRole('button', { name: 'Other ways to deploy' }).click()
    await this.page.getByRole('menuitem', { name: 'Deploy as a canary…' }).click()
    await this.dialog.getByRole('textbox', { name: /^Percent of/ }).fill(percent)
    await this.dialog.getByRole('button', { name: /as the canary$/ }).click()
  }

  async expectShare(sentence: string) {
    await expect(this.region.getByRole('heading')).toHaveText(sentence)
  }

  /** The line of a side: "v1 live", its share, and how it does. */
  side(name: 'live' | 'canary'): Locator {
    return this.region.getByRole('row', { name })
  }

  async change(percent: string) {
    await this.region.getByRole('button', { name: 'Change…' }).click()
    await this.dialog.getByRole('textbox', { name: /^Percent of/ }).fill(percent)
    await this.dialog.getByRole('button', { name: 'Apply now' }).click()
    await expect(this.dialog).toBeHidden()
  }

  async discard(version: number) {
    await this.region.getByRole('button', { name: 'Discard…' }).click()
    await this.dialog.getByRole('button', { name: `Discard v${version}` }).click()
    await expect(this.region).toBeHidden()
  }

  async promote(version: number) {
    await this.region.getByRole('button', { name: 'Promote…' }).click()
    await this.dialog.getByRole('button', { name: `Promote v${version}` }).click()
    await expect(this.region).toBeHidden()
  }
}
