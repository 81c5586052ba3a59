import type { PenstockProcess } from '@penstock/testkit'
import type { Browser } from '@playwright/test'
import { addPerson } from '../pages/people.ts'
import { DrawingPage } from '../pages/drawing-page.ts'
import { RequestPage } from '../pages/request-page.ts'
import { setUpAdministrator } from '../pages/setup-page.ts'

/** Two people who talk about a deploy request of the sample; answers the session of the first. */
export async function preparePeople(
  browser: Browser,
  penstock: PenstockProcess,
  prepareApis: () => Promise<void>,
) {
  const context = await browser.newContext({ baseURL: penstock.url, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await setUpAdministrator(page, penstock.setupUrl!)
  await page.getByRole('button', { name: 'Create the sample' }).click()
  await page.waitForURL(/\/apis\/coffee-shop\/design/)
  await prepareApis()
  const drawing = new DrawingPage(page, 'orders')
  await drawing.open()
  await drawing.openFlow('createOrder')
  await drawing.insertAfter('caller')
  await drawing.choose('login')
  await drawing.insertAfter('authorizer')
  await drawing.choose('API key')
  await drawing.expectSaved()
  const mine = new RequestPage(page, 'coffee-shop')
  await mine.openFromReview('prod', 'Show prices')
  await mine.selectChange('Remove POST /tips')
  await mine.comment('Nobody has called it since May.')
  await using grace = await addPerson(browser, penstock, await context.newPage(), {
    name: 'Grace Hopper',
    email: 'grace@example.com',
  })
  await grace.page.goto('/apis/coffee-shop/deployments/requests/1')
  const theirs = new RequestPage(grace.page, 'coffee-shop')
  await theirs.selectChange('Add GET /prices')
  await theirs.comment('In cents, as the menu has them?')
  const state = await context.storageState()
  await context.close()
  return state
}
