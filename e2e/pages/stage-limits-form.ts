import { expect, type Locator, type Page } from '@playwright/test'

/** The limits of one stage, in the settings of an API. */
export class StageLimitsForm {
  readonly page: Page
  readonly slug: string
  readonly section: Locator

  constructor(page: Page, slug: string) {
    this.page = page
    this.slug = slug
    this.section = page.getByRole('region', { name: /^Limits/ })
  }

  async open() {
    await this.page.goto(`/apis/${this.slug}/settings?section=stages`)
    await expect(this.field('Integrations, in seconds')).toBeVisible()
  }

  field(label: string): Locator {
    return this.section.getByRole('textbox', { name: label })
  }

  async apply(stage: string) {
    await this.section.getByRole('button', { name: `Apply to ${stage} now` }).click()
  }

  /** Nothing is left to apply. */
  async expectApplied() {
    await expect(this.section.getByRole('button', { name: /^Apply/ })).toBeHidden()
  }
}
