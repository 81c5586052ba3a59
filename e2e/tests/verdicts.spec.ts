import { HistoryPage } from '../pages/history-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { administrator } from '../pages/setup-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'
import { expect, test } from '../fixtures.ts'

const page = { name: 'page', in: 'query', schema: { type: 'integer' } }
const paths = ['/rides', '/bikes', '/docks', '/trips']

/** Four lists of things and what removes a ride; with `now` as the draft changes them. */
function description(now = false) {
  const schema = {
    type: 'object',
    properties: { id: { type: 'integer' }, ...(now ? {} : { note: { type: 'string' } }) },
  }
  const responses = { 200: { description: 'OK', content: { 'application/json': { schema } } } }
  const list = (path: string) => ({
    operationId: `list${path.slice(1)}`,
    ...(now ? {} : { parameters: [page] }),
    responses: { 200: { description: 'OK' } },
  })
  const items = Object.fromEntries(paths.map((path) => [path, { get: list(path) }]))
  return {
    openapi: '3.1.0',
    info: { title: 'Bikes', version: '1.0.0' },
    paths: {
      ...items,
      '/rides': {
        ...items['/rides'],
        ...(now ? {} : { delete: { operationId: 'clearRides', responses } }),
        post: {
          operationId: 'createRide',
          ...(now ? { parameters: [{ ...page, name: 'city', required: true }] } : {}),
          responses,
        },
      },
    },
  }
}

test('verdicts: what is alike is folded, findings lead to their places, and people say what they take upon themselves', async ({
  page: browser,
  rest,
  accessible,
}) => {
  const review = new ReviewPage(browser, 'bikes')
  const strip = new StageStrip(browser)
  await rest('POST', '/api/v1/apis?slug=bikes&mode=create', description())
  await rest('POST', '/api/v1/apis/bikes/stages/prod/deployments', {})
  await rest('POST', '/api/v1/apis?slug=bikes&mode=overwrite', description(true))

  await test.step('the same change of many operations is shown once, with the list folded', async () => {
    await review.open('prod')
    await review.expectSentence(/^6 changes to prod: 2 breaking, 4 risky/)
    const fold = review.change('Remove query parameter page from 4 operations')
    await fold.click()
    await expect(review.changes.getByText('parameter-removed')).toBeVisible()
    await expect(review.change('Remove query parameter page from GET /bikes')).toBeHidden()
    await browser.keyboard.press('o')
    await expect(review.change('Remove query parameter page from GET /bikes')).toBeVisible()
    await accessible(browser, 'folded changes')
    await browser.keyboard.press('j')
    await review.changes.getByRole('button', { name: 'Fold all 4' }).click()
    await expect(review.change('Remove query parameter page from GET /docks')).toBeHidden()
  })

  await test.step('the list shows what is asked for: by words, verdict and kind', async () => {
    await review.find('city required')
    await expect(review.change('Change POST /rides')).toBeVisible()
    await expect(review.change('Remove DELETE /rides')).toBeHidden()
    await review.showEverything()
    await review.filter(/^4 risky/).click()
    await expect(review.change('Remove DELETE /rides')).toBeHidden()
    await review.filter(/^4 risky/).click()
    await expect(review.change('Remove DELETE /rides')).toBeVisible()
  })

  await test.step('a finding names its places before and after, and leads to them in the text', async () => {
    await review.change('Change POST /rides').click()
    const finding = review.finding('response-optional-property-removed')
    await expect(finding).toContainText('properties.note')
    await finding.getByRole('button', { name: /^Show .*properties\.note in the text before$/ }).click()
    await expect(browser.locator('.monaco-diff-editor .original')).toContainText('note:')
    await expect(browser).toHaveURL(/at=.*note/)
    await browser.getByRole('radio', { name: 'Unified' }).click()
    await expect(browser.locator('.monaco-diff-editor.side-by-side')).toHaveCount(0)
    await accessible(browser, 'a place in the text')
    await browser.getByRole('radio', { name: 'Side by side' }).click()
    await expect(browser.locator('.monaco-diff-editor.side-by-side')).toHaveCount(1)
    await browser.getByRole('radio', { name: 'Graph' }).click()
  })

  await test.step('what a check means for this API is said once, and shown with the reason', async () => {
    await review.override('response-optional-property-removed', 'Safe', 'Nobody reads notes')
    const finding = review.finding('response-optional-property-removed')
    await expect(finding).toContainText('Overridden: safe, by itself breaking')
    await expect(finding).toContainText('Nobody reads notes')
    await accessible(browser, 'an overridden check')
    // The required parameter still breaks callers.
    await review.expectSentence(/^6 changes to prod: 2 breaking, 4 risky/)
  })

  await test.step('acknowledged changes are not asked about again', async () => {
    await review.change('Remove DELETE /rides').click()
    await review.acknowledge('Acknowledge the change', 'Announced in May')
    await browser.getByRole('button', { name: 'Deploy 6 changes to prod' }).click()
    const dialog = browser.getByRole('dialog', { name: 'Deploy 6 changes (2 breaking) to prod?' })
    await expect(dialog.getByText('Change POST /rides')).toBeVisible()
    await expect(dialog.getByText('Remove DELETE /rides')).toBeHidden()
    await browser.keyboard.press('Escape')
    await review.change('Change POST /rides').click()
    await review.acknowledge('Acknowledge the change', 'All callers send a city')
    await browser.getByRole('button', { name: 'Deploy 6 changes to prod' }).click()
    await strip.expectVersion('prod', 2)
  })

  await test.step('the reasons stay with the deployment', async () => {
    const { deployments } = await rest<{
      deployments: { acknowledged: { title: string; reason: string }[] }[]
    }>('GET', '/api/v1/apis/bikes/stages/prod/deployments')
    expect(deployments[0]!.acknowledged).toMatchObject([
      { title: 'Change POST /rides', reason: 'All callers send a city' },
      { title: 'Remove DELETE /rides', reason: 'Announced in May' },
    ])
  })

  await test.step('the history shows who took what upon themselves, why and when', async () => {
    const history = new HistoryPage(browser, 'bikes')
    await history.open()
    await expect(history.row(2)).toContainText('2 acknowledged')
    await history.search('announced in may')
    await expect(history.row(1)).toHaveCount(0)
    await history.look(2)
    const taken = browser.getByRole('region', { name: 'Acknowledged' }).getByRole('listitem')
    await expect(taken).toHaveCount(2)
    await expect(taken.filter({ hasText: 'Remove DELETE /rides' })).toContainText('“Announced in May”')
    await expect(taken.first()).toContainText(`${administrator.name} · `)
    await accessible(browser, 'a version with acknowledgements')
  })

  await test.step('the settings list what was overridden, by whom and why, and take it back', async () => {
    await browser.goto('/apis/bikes/settings?section=verdicts')
    const check = 'response-optional-property-removed'
    const overridden = browser.getByRole('list', { name: 'Overridden checks' }).getByRole('listitem')
    await expect(overridden).toHaveCount(1)
    await expect(overridden).toContainText(check)
    await expect(overridden).toContainText(/Breaking.*Safe/)
    await expect(overridden).toContainText('“Nobody reads notes”')
    await expect(overridden).toContainText(administrator.name)
    await accessible(browser, 'overridden checks')
    await overridden.getByRole('button', { name: /^Remove/ }).click()
    await expect(overridden).toHaveCount(0)
    await browser.getByRole('button', { name: `Undo: ${check} means breaking again` }).click()
    await expect(overridden).toContainText('“Nobody reads notes”')
  })
})
