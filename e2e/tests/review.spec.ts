import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'
import { expect, test } from '../fixtures.ts'

const responses = { 200: { description: 'OK' } }

/** `GET /rides`, and what else of it there shall be. */
function rides(more: Record<string, unknown> = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Rides', version: '1.0.0' },
    paths: { '/rides': { get: { operationId: 'listRides', responses }, ...more } },
  }
}

// Deploying a plan that nobody saw is refused.
test.use({ expectedErrors: [/status of 409 .*deployments\.deploy/] })

test('a review holds to what was read: names what breaks, shows all that changes, and refuses what nobody saw', async ({
  page,
  rest,
  accessible,
}) => {
  const review = new ReviewPage(page, 'rides')
  const strip = new StageStrip(page)
  const write = (paths: Record<string, unknown>, mode = 'overwrite') =>
    rest('POST', `/api/v1/apis?slug=rides&mode=${mode}`, rides(paths))
  await write({ post: { operationId: 'createRide', responses } }, 'create')

  await test.step('the text of what came along with a new operation, on the one side that there is', async () => {
    await rest('PUT', '/api/v1/apis/rides/stages/prod', {})
    await review.open('prod')
    await review.change('Add GET /rides').click()
    await review.openAlso('integration ')
    await expect(review.text(/^integration .*, is new$/)).toBeAttached()
    await expect(page.locator('.monaco-editor')).toContainText('type: mock')
    await expect(page.locator('.monaco-diff-editor')).toHaveCount(0)
    await accessible(page, 'the text of a record')
    await page.getByRole('button', { name: /^Deploy .* to prod$/ }).click()
    await strip.expectVersion('prod', 1)
  })

  await test.step('the server refuses a plan that has moved, and offers the newer one', async () => {
    await write({})
    await review.open('prod')
    await review.expectSentence(/^1 change to prod: 1 breaking/)
    // The draft moves between the click and the server's look at it, and the browser does not hear of it before.
    await page.route('**/trpc/deployments.deploy**', async (route) => {
      await write({ delete: { operationId: 'clearRides', responses } })
      await route.continue()
    })
    await review.deploy('Deploy 1 change to prod')
    await review.confirmBreaking('Deploy 1 breaking change', 'Remove POST /rides')
    await expect(page.getByText(/has changed since this plan was made/)).toBeVisible()
    await expect(page.getByText(/The new plan has 2 changes/)).toBeVisible()
    await strip.expectVersion('prod', 1)
    await page.unroute('**/trpc/deployments.deploy**')
    await page.getByRole('button', { name: 'Show the new plan' }).click()
    await review.expectSentence(/^2 changes to prod: 1 breaking, 1 safe/)
  })

  await test.step('coming back shows the plan as it is now, without a question', async () => {
    await page.getByRole('link', { name: 'Traffic' }).click()
    await write({
      delete: { operationId: 'clearRides', responses },
      put: { operationId: 'replaceRides', responses },
    })
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await review.expectSentence(/^3 changes to prod: 1 breaking, 2 safe/)
    await expect(page.getByText('changed while you were reading')).toBeHidden()
  })

  await test.step('what breaks callers is asked about by keyboard as well, and can be let be', async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    const dialog = page.getByRole('dialog', { name: 'Deploy 3 changes (1 breaking) to prod?' })
    await expect(dialog).toBeVisible()
    await accessible(page, 'the question before breaking callers')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await strip.expectVersion('prod', 1)
    await page.keyboard.press('ControlOrMeta+Enter')
    await dialog.getByRole('button', { name: 'Deploy 3 changes (1 breaking)' }).focus()
    await page.keyboard.press('Enter')
    await strip.expectVersion('prod', 2)
    await strip.expectStaged('prod', 0)
  })
})

test('a review opens on what is worst, wherever that stands, and stays where somebody looks', async ({
  page,
  rest,
}) => {
  const review = new ReviewPage(page, 'worst')
  const names = Array.from({ length: 60 }, (_, index) => `line${String(index).padStart(2, '0')}`)
  const write = (mode: string, isChanged = false) =>
    rest('POST', `/api/v1/apis?slug=worst&mode=${mode}`, {
      openapi: '3.1.0',
      info: { title: 'Lines', version: '1.0.0' },
      paths: Object.fromEntries(
        names.map((name) => [
          `/${name}`,
          {
            get: { operationId: `get-${name}`, responses },
            ...(name === 'line59' && !isChanged ? { post: { operationId: 'post-last', responses } } : {}),
            ...(name === 'line00' && isChanged ? { post: { operationId: 'post-first', responses } } : {}),
          },
        ]),
      ),
    })
  await write('create')
  await rest('POST', '/api/v1/apis/worst/stages/prod/deployments', {})
  await write('overwrite', true)

  await test.step('the change that breaks callers is in sight, though another one stands before it', async () => {
    await review.open('prod')
    await review.expectSentence(/^2 changes to prod: 1 breaking, 1 safe/)
    await expect(review.node('post-last')).toBeInViewport({ ratio: 1 })
  })

  await test.step('a node that did not change is selected and moves nothing', async () => {
    await review.change('Remove POST /line59').click()
    await expect(review.node('post-last')).toHaveClass(/selected/)
    await expect(review.node('get-line59')).toBeInViewport()
    const before = await review.settledView()
    await review.node('get-line59').click()
    await expect(review.node('get-line59')).toHaveClass(/selected/)
    await expect(review.change('Remove POST /line59')).toHaveAttribute('aria-expanded', 'true')
    expect(await review.settledView()).toBe(before)
  })

  await test.step('a change that is closed leaves the graph where it is', async () => {
    await review.change('Remove POST /line59').click()
    await expect(review.change('Remove POST /line59')).toHaveAttribute('aria-expanded', 'false')
    await expect(review.node('post-last')).toBeInViewport({ ratio: 1 })
  })
})

/** Parcels that are sent by partners: a model, an authorizer, a validator and a gateway response, all of them shared. */
function parcels(isChanged: boolean) {
  const parcel = { $ref: '#/components/schemas/Parcel' }
  const json = { content: { 'application/json': { schema: parcel } } }
  const operation = (operationId: string, more: Record<string, unknown>) => ({
    operationId,
    responses,
    ...more,
  })
  return {
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1.0.0' },
    paths: {
      '/health': { get: operation('health', {}) },
      '/parcels': {
        get: operation('listParcels', { responses: { 200: { description: 'OK', ...json } } }),
        post: operation('sendParcel', {
          requestBody: { required: true, ...json },
          security: [{ partners: [] }],
          'x-amazon-apigateway-request-validator': 'bodies',
        }),
      },
    },
    components: {
      schemas: {
        Parcel: {
          type: 'object',
          required: isChanged ? ['weight'] : [],
          properties: { weight: { type: 'number' }, note: { type: 'string' } },
        },
      },
      securitySchemes: {
        partners: {
          type: 'apiKey',
          name: isChanged ? 'x-partner' : 'x-api-key',
          in: 'header',
        },
      },
    },
    'x-amazon-apigateway-request-validators': {
      bodies: { validateRequestBody: true, validateRequestParameters: isChanged },
    },
    'x-amazon-apigateway-gateway-responses': {
      UNAUTHORIZED: { statusCode: isChanged ? '403' : '401' },
    },
  }
}

test('what routes share is drawn where it changed, judged, and what it touches is marked', async ({
  page,
  rest,
  accessible,
}) => {
  const review = new ReviewPage(page, 'parcels')
  await rest('POST', '/api/v1/apis?slug=parcels&mode=create', parcels(false))
  await rest('POST', '/api/v1/apis/parcels/stages/prod/deployments', {})
  await rest('POST', '/api/v1/apis?slug=parcels&mode=overwrite', parcels(true))
  await review.open('prod')

  await test.step('every changed record is on the picture at first sight, with its verdict', async () => {
    for (const shared of ['Parcel', 'partners', 'bodies', 'UNAUTHORIZED']) {
      await expect(review.node(shared)).toBeInViewport({ ratio: 1 })
      await expect(review.mark(shared)).toHaveAccessibleName(/^changed, (breaking|risky|safe|docs)$/)
    }
    await expect(review.mark('Parcel')).toHaveAccessibleName('changed, breaking')
    await expect(review.touches('Parcel')).toHaveAccessibleName('touches 2 routes')
  })

  await test.step('routes that it reaches say so, and others do not', async () => {
    await expect(review.touched('listParcels')).toHaveAccessibleName('touched by model Parcel')
    await expect(review.touched('sendParcel')).toHaveAccessibleName(
      /^touched by (?=.*model Parcel)(?=.*partners)(?=.*bodies)[^0-9]*$/,
    )
    await expect(review.node('health')).toBeVisible()
    await expect(review.touched('health')).toHaveCount(0)
    await accessible(page, 'a review with shared records')
  })

  await test.step('a click opens its fields, before and after', async () => {
    await review.node('UNAUTHORIZED').click()
    await expect(review.change('UNAUTHORIZED')).toHaveAttribute('aria-expanded', 'true')
    await expect(review.changes.getByRole('img', { name: 'before' })).toBeVisible()
    await expect(review.changes).toContainText('403')
    await expect(review.node('UNAUTHORIZED')).toHaveClass(/selected/)
  })

  await test.step('j and k go to it', async () => {
    await page.keyboard.press('k')
    await expect(review.node('UNAUTHORIZED')).not.toHaveClass(/selected/)
    await page.keyboard.press('j')
    await expect(review.node('UNAUTHORIZED')).toHaveClass(/selected/)
    await expect(review.node('UNAUTHORIZED')).toBeInViewport({ ratio: 1 })
  })

  await test.step('a filter holds for the graph as for the list', async () => {
    await review.filter(/Gateway responses/).click()
    await expect(review.mark('UNAUTHORIZED')).toBeVisible()
    await expect(review.node('Parcel')).toHaveCount(0)
    await expect(review.touched('listParcels')).toHaveCount(0)
    await review.filter(/Gateway responses/).click()
    await expect(review.mark('Parcel')).toBeVisible()
  })

  await test.step('the signs are explained where they are looked at', async () => {
    await page.getByRole('button', { name: 'What the signs mean' }).click()
    const legend = page.getByRole('dialog', { name: 'What the signs mean' })
    await expect(legend).toContainText('callers can fail')
    await accessible(page, 'what the signs mean')
    await page.keyboard.press('Escape')
    await expect(legend).toHaveCount(0)
  })

  await test.step('what a filter hides is not read beside what it shows', async () => {
    await expect(review.node('UNAUTHORIZED')).toHaveClass(/selected/)
    await review.filter(/Models/).click()
    await expect(review.node('UNAUTHORIZED')).toHaveCount(0)
    await page.keyboard.press('t')
    await expect(page.locator('.monaco-diff-editor')).toContainText('Parcel')
  })
})
