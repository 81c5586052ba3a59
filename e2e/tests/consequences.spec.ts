import { expect, test } from '../fixtures.ts'
import { RequestPage } from '../pages/request-page.ts'
import { ReviewPage } from '../pages/review-page.ts'

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const gone = { 204: { description: 'Gone' } }
const gull = {
  200: {
    description: 'A gull',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Gull' }, example: { name: 'Jo' } },
    },
  },
}

/** Four operations, two of which answer with the same model. */
function gulls({ name = 'string', isWhole = true } = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Gulls', version: '1.0.0' },
    paths: {
      '/gulls': {
        get: { operationId: 'listGulls', responses: gull },
        ...(isWhole ? { post: { operationId: 'addGull', responses: gone } } : {}),
      },
      '/gulls/{id}': {
        get: { operationId: 'getGull', parameters: [id], responses: gull },
        ...(isWhole ? { delete: { operationId: 'dropGull', parameters: [id], responses: gone } } : {}),
      },
    },
    components: { schemas: { Gull: { type: 'object', properties: { name: { type: name } } } } },
  }
}

test('the review names the requests and consumers of the routes that each change touches', async ({
  page,
  penstock,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=gulls&mode=create', gulls())
  await rest('POST', '/api/v1/apis/gulls/stages/prod/deployments', {})
  await rest('POST', '/api/v1/apis?slug=gulls&mode=overwrite', gulls({ name: 'integer', isWhole: false }))
  const review = new ReviewPage(page, 'gulls')

  await test.step('a stage that nobody called yet says that nothing is known', async () => {
    await review.open('prod')
    await expect(review.use('Remove DELETE /gulls/{id}')).toHaveText('1 route · no telemetry yet')
    await expect(review.use('model Gull')).toHaveText('2 routes · no telemetry yet')
  })

  await test.step('two consumers call the stage for real', async () => {
    const call = (method: string, path: string, headers: Record<string, string>) =>
      fetch(`${penstock.gatewayUrl}/gulls/prod${path}`, { method, headers })
    const ann = { 'x-api-key': 'the key of ann', 'user-agent': 'app/1' }
    const feeder = { 'user-agent': 'feeder/2.1' }
    for (const path of ['/gulls', '/gulls', '/gulls/1'])
      expect((await call('GET', path, ann)).status).toBe(200)
    expect((await call('GET', '/gulls', feeder)).status).toBe(200)
    for (const path of ['/gulls/1', '/gulls/2']) expect((await call('DELETE', path, feeder)).status).toBe(204)
    const counted = async () => {
      const path = '/api/v1/apis/gulls/stages/prod/plan/consequences'
      return (await rest<{ total: { day: { requests: number } } }>('GET', path)).total.day.requests
    }
    await expect.poll(counted).toBe(6)
  })

  await test.step('each change says how many requests of how many consumers used it', async () => {
    await page.reload()
    await expect(review.use('Remove DELETE /gulls/{id}')).toHaveText(
      /^1 route · 2 requests from 1 consumer in 24 h, 2 since \d{1,2}:\d\d(\s[AP]M)?$/,
    )
    await expect(review.use('model Gull')).toHaveText(
      /^2 routes · 4 requests from 2 consumers in 24 h, 4 since \d{1,2}:\d\d(\s[AP]M)?$/,
    )
    await expect(review.use('Remove POST /gulls')).toHaveText(
      /^1 route · no requests since \d{1,2}:\d\d(\s[AP]M)?$/,
    )
  })

  await test.step('an open change lists its routes and who called them', async () => {
    await review.change('model Gull').click()
    const routes = review.changes.getByRole('table', { name: 'Routes' })
    await expect(routes.getByRole('columnheader', { name: /^Since \d{1,2}:\d\d(\s[AP]M)?$/ })).toBeVisible()
    await expect(routes.getByRole('row', { name: 'GET /gulls 3 3 0' })).toBeVisible()
    await expect(routes.getByRole('row', { name: 'GET /gulls/{id} 1 1 0' })).toBeVisible()
    const consumers = review.changes.getByRole('table', { name: 'Consumers' })
    await expect(consumers.getByRole('row').nth(1)).toContainText(/API key.*33/)
    await expect(consumers.getByRole('row').nth(2)).toContainText(/Address.*feeder11/)
    await expect(review.changes).not.toContainText('the key of ann')
    await accessible(page, 'a change with its consequences')
  })

  await test.step('what nobody used is found with one click, and the most used come first', async () => {
    await review.filter(/^Not used 1$/).click()
    await expect(review.change('Remove POST /gulls')).toBeVisible()
    await expect(review.change('model Gull')).toBeHidden()
    await review.filter(/^Not used 1$/).click()
    await expect(review.titles).toHaveText([/POST \/gulls/, /DELETE \/gulls/, /model Gull/])
    await review.filter(/^Most used first$/).click()
    await expect(review.titles).toHaveText([/model Gull/, /DELETE \/gulls/, /POST \/gulls/])
  })

  await test.step('a deploy request says the same of its plan', async () => {
    const request = new RequestPage(page, 'gulls')
    await request.openFromReview('prod', 'Fewer gulls', 'ask')
    await expect(request.use('Remove DELETE /gulls/{id}')).toContainText('2 requests from 1 consumer in 24 h')
    await request.selectChange('Remove DELETE /gulls/{id}')
    await expect(request.changes.getByRole('table', { name: 'Consumers' })).toContainText('feeder')
    // What was deployed goes on being used: the figures say that they are not those of then.
    await request.button(/^Deploy 3 changes to prod/).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Deploy .* breaking/ })
      .click()
    await request.expectState('deployed')
    await expect(request.use('model Gull')).toContainText('2 routes · as of now: 4 requests')
  })
})
