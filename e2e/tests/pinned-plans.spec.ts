import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { addPerson } from '../pages/people.ts'
import { RequestPage } from '../pages/request-page.ts'
import { ReviewPage } from '../pages/review-page.ts'

// A plan that moved before anything of it was asked for.
test.use({ expectedErrors: [/status of 410 .*plan-data/] })

const answer = (say: string) => ({
  200: { description: 'OK', content: { 'application/json': { example: { say } } } },
})

/** `GET /<slug>` as it is live, or as it is staged together with `GET /piers`. */
function quays(slug: string, isStaged: boolean) {
  const get = { operationId: 'listQuays', summary: isStaged ? 'reviewed words' : 'live words' }
  return {
    openapi: '3.1.0',
    info: { title: slug, version: '1.0.0' },
    paths: {
      '/quays': { get: { ...get, responses: answer(isStaged ? 'reviewed' : 'live') } },
      ...(isStaged && { '/piers': { get: { operationId: 'listPiers', responses: answer('piers') } } }),
    },
  }
}

type Rest = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** One version of an API is live on prod; another is staged, with an example of each of its operations. */
async function stage(rest: Rest, slug: string) {
  const write = (isStaged: boolean, mode: string) =>
    rest('POST', `/api/v1/apis?slug=${slug}&mode=${mode}`, quays(slug, isStaged))
  await write(false, 'create')
  await rest('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  await write(true, 'overwrite')
  const { changes } = await rest<{ changes: { record: string; title: string }[] }>(
    'GET',
    `/api/v1/apis/${slug}/stages/prod/plan`,
  )
  const methodOf = (title: RegExp) => changes.find((change) => title.test(change.title))!.record
  const example = (name: string, method: string, say: string) => ({
    kind: 'example',
    id: `exa_${name}`,
    name,
    method,
    expect: { status: 200, body: { say } },
  })
  await rest('POST', '/trpc/draft.save', {
    slug,
    changeId: 'examples',
    added: [
      example('quays', methodOf(/GET \/quays/), 'reviewed'),
      example('piers', methodOf(/GET \/piers/), 'piers'),
    ],
    updated: [],
    removed: [],
  })
}

/** The draft moves on: other words for one operation, and the other operation is gone, with its example. */
async function moveOn(designer: DesignerPage) {
  await designer.open()
  await designer.selectNode('listQuays')
  await designer.write('Summary', 'sneaked in')
  await designer.selectNode('listPiers')
  await designer.deleteSelected()
  await expect(designer.node('listPiers')).toHaveCount(0)
  await designer.expectSaved()
}

const textOf = (page: Page) => page.locator('.monaco-diff-editor')

test('a deploy request shows what it deploys, and nothing else, while somebody edits the draft', async ({
  page,
  browser,
  penstock,
  rest,
  accessible,
}) => {
  await stage(rest, 'quays')
  const name = 'Edith Clarke'
  await using editor = await addPerson(browser, penstock, page, { name, email: 'edith@example.com' })
  const request = new RequestPage(page, 'quays')

  const expectPinned = async () => {
    await expect(request.node('listPiers')).toBeVisible()
    await request.showText()
    await expect(textOf(page)).toContainText('reviewed words')
    await expect(page.getByText('sneaked in')).toHaveCount(0)
    await request.layText('Unified')
    await expect(textOf(page)).toContainText('live words')
    await expect(textOf(page)).toContainText('reviewed words')
    await request.showGraph()
    await request.runExamples()
    await expect(request.examples).toContainText('Of 2 examples: 2 pass.')
  }

  await test.step('as it is opened', async () => {
    await request.openFromReview('prod', 'New words', 'ask')
    await request.selectChange('Change GET /quays')
    await expectPinned()
    await accessible(page, 'a deploy request with examples that were run')
  })

  await test.step('after the draft has moved on, of which it tells', async () => {
    await moveOn(new DesignerPage(editor.page, 'quays'))
    await expect(page.getByText('The draft has moved on since.')).toBeVisible()
    await expectPinned()
    await page.reload()
    await expectPinned()
  })

  await test.step('the review of the same stage has what is staged now', async () => {
    const review = new ReviewPage(editor.page, 'quays')
    await review.open('prod')
    await review.change(/GET \/quays/).click()
    await expect(review.node('listQuays')).toBeVisible()
    await expect(review.node('listPiers')).toHaveCount(0)
  })

  await test.step('what was shown is what is deployed', async () => {
    await request.button(/^Deploy \d+ changes? to prod/).click()
    await request.expectState('deployed')
    const told = async (path: string) =>
      (await fetch(`${penstock.gatewayUrl}/quays/prod${path}`)).json() as Promise<unknown>
    expect(await told('/quays')).toEqual({ say: 'reviewed' })
    expect(await told('/piers')).toEqual({ say: 'piers' })
    const path = '/api/v1/apis/quays/export?format=oas31&from=prod&extensions=none&as=json'
    expect(JSON.stringify(await rest('GET', path))).toContain('reviewed words')
  })
})

test('a review shows one plan in list, graph, text and examples, until whoever reads asks for the next', async ({
  page,
  browser,
  penstock,
  rest,
}) => {
  await stage(rest, 'wharfs')
  const name = 'Ida Rhodes'
  await using editor = await addPerson(browser, penstock, page, { name, email: 'ida@example.com' })
  const review = new ReviewPage(page, 'wharfs')
  await review.open('prod')
  await review.change('Add GET /piers').click()
  await expect(review.node('listPiers')).toBeVisible()
  await moveOn(new DesignerPage(editor.page, 'wharfs'))
  await expect(page.getByText('The draft changed while you were reading.')).toBeVisible()

  await test.step('what was not looked at before is of the plan that is read, too', async () => {
    await expect(review.node('listPiers')).toBeVisible()
    await review.showText()
    await review.change(/GET \/quays/).click()
    await expect(textOf(page)).toContainText('reviewed words')
    await page.getByRole('button', { name: 'Run 2 examples' }).click()
    await expect(page.getByRole('region', { name: 'Examples' })).toContainText('Of 2 examples: 2 pass.')
  })

  await test.step('the next plan comes as a whole', async () => {
    await page.getByRole('button', { name: 'Show the new plan' }).click()
    await expect(review.change('Add GET /piers')).toHaveCount(0)
    await expect(textOf(page)).toContainText('sneaked in')
    await expect(page.getByRole('button', { name: 'Run 1 example' })).toBeVisible()
  })
})

test('a review has its picture though somebody saves each time before it is asked for', async ({
  page,
  rest,
}) => {
  await stage(rest, 'moorings')
  let saves = 0
  await page.route('**/plan-data/**', async (route) => {
    const saved = quays('moorings', true)
    saved.paths['/quays'].get.summary = `save ${++saves}`
    await rest('POST', '/api/v1/apis?slug=moorings&mode=overwrite', saved)
    await route.continue()
  })
  const review = new ReviewPage(page, 'moorings')
  await review.open('prod')
  await expect(review.node('listPiers')).toBeVisible()
  expect(saves).toBeGreaterThan(0)
  await expect(page.getByText('The draft changed while you were reading.')).toBeVisible()

  await page.getByRole('button', { name: 'Show the new plan' }).click()
  await expect(review.change('Add GET /piers')).toBeVisible()
  await expect(review.node('listPiers')).toBeVisible()
})
