import { DesignerPage } from '../pages/designer-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'
import { expect, test } from '../fixtures.ts'

test('the sample API is drawn, called at its preview, deployed and seen by another browser', async ({
  page,
  penstock,
  browser,
  session,
}) => {
  await page.goto('/')
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/apis\/[\w-]+\/design/)
  const slug = /\/apis\/([\w-]+)\//.exec(page.url())![1]!
  const designer = new DesignerPage(page, slug)
  await expect(designer.canvas).toBeVisible()

  const others = await browser.newContext({ storageState: session, baseURL: penstock.url })
  const second = new DesignerPage(await others.newPage(), slug)
  await second.open()

  await test.step('a call to the preview answers before anything is deployed', async () => {
    await designer.select('GET /menu', 'menu')
    await page.getByRole('button', { name: 'Try it' }).first().click()
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByText(/^200/).first()).toBeVisible()
  })

  await test.step('an edit here appears there', async () => {
    const summary = designer.inspector.getByRole('textbox', { name: 'Summary' })
    await summary.fill('Seen by both')
    await summary.press('Tab')
    await designer.expectSaved()
    await second.select('GET /menu', 'menu')
    await expect(second.inspector.getByRole('textbox', { name: 'Summary' })).toHaveValue('Seen by both')
  })

  await test.step('the first deployment makes the stage', async () => {
    const review = new ReviewPage(page, slug)
    await review.deployFirst('prod')
    await new StageStrip(page).expectVersion('prod', 1)
    // The other browser learns of it without asking.
    await new StageStrip(second.page).expectVersion('prod', 1)
  })
  await others.close()
})
