import { expect, type Page } from '@playwright/test'

/** Nothing moves any more: no colour changes, nothing is being loaded, checked or sent. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(/^(Checking|Saving)/)).toHaveCount(0, { timeout: 120_000 })
  await page.evaluate(async () => {
    await document.fonts.ready
    // A colour that changes goes down the page level by level, each beginning when the one above has ended.
    do {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    } while (document.getAnimations().length > 0)
  })
}
