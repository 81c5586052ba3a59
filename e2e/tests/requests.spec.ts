import { httpUpstream } from '@penstock/testkit/upstreams'
import { DesignerPage } from '../pages/designer-page.ts'
import { RequestPanel } from '../pages/request-panel.ts'
import { expect, test } from '../fixtures.ts'

const json = (example: unknown) => ({
  200: { description: 'Done', content: { 'application/json': { example } } },
})

function orders(server?: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1.0.0' },
    ...(server ? { servers: [{ url: server }] } : {}),
    paths: {
      '/orders': { get: { operationId: 'listOrders', responses: json([{ id: 5 }]) } },
      '/orders/mine': { get: { operationId: 'myOrders', responses: json([]) } },
      '/orders/{id}': {
        get: { operationId: 'getOrder', responses: json({ id: 5 }) },
        post: { operationId: 'changeOrder', responses: json({ id: 5, changed: true }) },
      },
    },
  }
}

test.describe('route oracle', () => {
  test('a request that is typed or pasted lights the way to the route that answers it, and says why the others do not', async ({
    page,
    rest,
    accessible,
  }) => {
    const calls: string[] = []
    await using upstream = await httpUpstream(({ method, url }, response) => {
      calls.push(`${method} ${url}`)
      response.end('{}')
    })
    const query = new URLSearchParams({ slug: 'oracle', upstream: `${upstream.url}/v2` })
    await rest('POST', `/api/v1/apis?${query}`, orders())
    const designer = new DesignerPage(page, 'oracle')
    await designer.open()
    const panel = new RequestPanel(page)

    await test.step('a method and a path', async () => {
      await panel.ask('POST /orders/5?x=1')
      await panel.expectAnsweredBy('POST', '/orders/{id}')
      await expect(panel.mark('changeOrder')).toHaveText(/routed · \d/)
      const lost = panel.mark('getOrder')
      await expect(lost).toHaveText(/does not answer: .*It answers GET/)
      await expect(lost.getByText('other method')).toBeVisible()
      expect(await panel.isWhole(lost.getByText('other method'))).toBe(true)
      // The sentence has no room on a card: it is shown where somebody points.
      await designer.node('getOrder').hover()
      await expect(lost.getByText('other method')).toBeHidden()
      expect(await panel.isWhole(lost.getByText('It answers GET'))).toBe(true)
      await expect(panel.losers).toContainText('It answers GET, and the request is a POST.')
      await expect(panel.backendRequest).toContainText(`POST ${upstream.url}/v2/orders/5?x=1`)
    })

    await test.step('what guards it is named, also where nothing is set', async () => {
      await expect(panel.guards).toContainText('No authorizer: everybody may call it.')
      await expect(panel.guards).toContainText(
        'It has no limits of its own: its stage and the usage plans of keys may have some.',
      )
      await expect(panel.guards).toContainText('No cache key is named; its stage may have a cache.')
    })

    await test.step('a literal segment wins over a parameter', async () => {
      await panel.ask('/orders/mine')
      await panel.expectAnsweredBy('GET', '/orders/mine')
      await expect(panel.mark('getOrder')).toHaveText(/The literal "mine" of \/orders\/mine says more/)
    })

    await test.step('a pasted curl command', async () => {
      await panel.ask(
        `curl 'https://orders.example.com/orders/7' \\\n  -X POST -H 'X-Who: ann' --data-raw '{"a":1}'`,
      )
      await panel.expectAnsweredBy('POST', '/orders/{id}')
      await expect(panel.backendRequest).toContainText('X-Who')
      await expect(panel.backendRequest).toContainText('"a": 1')
    })
    await accessible(page, 'the route panel')

    await test.step('what no route answers names the nearest', async () => {
      await panel.ask('GET /orders/5/lines')
      await expect(page.getByText('No route answers GET /orders/5/lines')).toBeVisible()
      await expect(panel.losers).toContainText('It ends where the path goes on with /lines.')
      await expect(panel.backendRequest).toContainText('ROUTE_NOT_FOUND')
    })

    await test.step('an address of a stage loses what addresses the stage, whole or only its path', async () => {
      for (const address of [
        '/oracle/preview/orders/8',
        'https://gateway.example.com/oracle/preview/orders/9',
      ]) {
        await panel.ask(`POST ${address}`)
        await expect(panel.backendRequest).toContainText(`POST ${upstream.url}/v2${address.slice(-9)}`)
      }
    })

    await test.step('an address of the API that is of no stage says which there are', async () => {
      await panel.ask('curl http://127.0.0.1:9080/oracle/nowhere/orders/7')
      await expect(page.getByText(/of no stage of this API, which has preview/)).toBeVisible()
    })

    await test.step('a line that is no request says so', async () => {
      await panel.ask('orders please now')
      await expect(page.getByText(/Write a method and a path/)).toBeVisible()
    })
    expect(calls, 'nothing behind the gateway was called').toEqual([])
  })
})

test.describe('try it and examples', () => {
  test('a sent request shows each phase on the graph and in detail, and is kept as an example that the review runs', async ({
    page,
    rest,
    accessible,
  }) => {
    let marker = 'old'
    await using upstream = await httpUpstream((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id: 5, marker }))
    })
    const query = new URLSearchParams({ slug: 'tried', upstream: upstream.url })
    await rest('POST', `/api/v1/apis?${query}`, orders())
    await rest('POST', '/api/v1/apis/tried/stages/prod/deployments', {})
    const designer = new DesignerPage(page, 'tried')
    await designer.open()
    const panel = new RequestPanel(page)

    await test.step('the phases light up with their times', async () => {
      await designer.select('GET /orders/{id}', 'getOrder')
      await page.getByRole('button', { name: 'Try it' }).first().click()
      await panel.send()
      await expect(page.getByText('answered by the preview')).toBeVisible()
      await expect(panel.mark('getOrder')).toHaveText(/routed · \d/)
      await expect(panel.mark(new URL(upstream.url).host)).toHaveText(/called · \d/)
      for (const name of ['address', 'route', 'integration request', 'integration', 'response'])
        await expect(panel.phase(name)).toContainText(/passed.*ms/)
    })

    await test.step('each phase shows what went in and what came out', async () => {
      await panel.openPhase('integration')
      const phase = panel.phase('integration')
      await expect(phase.getByRole('region', { name: 'In' })).toContainText(`GET ${upstream.url}/orders/`)
      await expect(phase.getByRole('region', { name: 'Out' })).toContainText('"marker": "old"')
    })

    await test.step('it is kept as an example, which passes', async () => {
      await panel.saveExample('an order')
      await designer.expectSaved()
      await panel.examples.getByRole('button', { name: 'Run it' }).click()
      await expect(panel.examples.getByText('passes')).toBeVisible()
    })
    await accessible(page, 'the panel of examples')

    await test.step('against a stage that is deployed', async () => {
      await page.getByRole('button', { name: /Where to/ }).click()
      await page.getByRole('option', { name: 'prod' }).click()
      await panel.send()
      await expect(page.getByText('answered by v1')).toBeVisible()
    })

    await test.step('the review runs it and says why it fails now', async () => {
      marker = 'new'
      await page.goto('/apis/tried/review?stage=prod')
      await page.getByRole('button', { name: 'Run 1 example' }).click()
      const check = page.getByRole('region', { name: 'Examples' })
      await expect(check.getByRole('status')).toHaveText('Of 1 example: 1 fails.')
      await expect(check).toContainText('$.marker is "new", expected "old".')
      await accessible(page, 'the examples of the review')
      marker = 'old'
      await check.getByRole('button', { name: 'Run again' }).click()
      await expect(check.getByRole('status')).toHaveText('Of 1 example: 1 passes.')
    })

    await test.step('it is found, edited and deleted like everything that is drawn', async () => {
      await page.getByRole('link', { name: 'Design', exact: true }).click()
      await designer.select('an order added, docs', 'an order')
      await expect(designer.field('Status')).toHaveValue('200')
      await designer.deleteSelected()
      await expect(designer.line('an order added, docs')).toBeHidden()
    })
  })

  test('a request that is refused is lit up to where it was, with the cause', async ({ page, rest }) => {
    await rest('POST', '/api/v1/apis?slug=refused&upstream=http://127.0.0.1:9', orders())
    const designer = new DesignerPage(page, 'refused')
    await designer.open()
    const panel = new RequestPanel(page)
    await designer.select('GET /orders', 'listOrders')
    await page.getByRole('button', { name: 'Try it' }).first().click()
    await panel.send()
    await expect(page.getByText('UPSTREAM_REFUSED').first()).toBeVisible()
    await expect(panel.phase('integration')).toContainText('failed')
    await expect(panel.mark('127.0.0.1:9')).toHaveText(/failed/)
  })

  test('what can not be sent is said at its field, and answers without a text are told apart', async ({
    page,
    rest,
    accessible,
  }) => {
    const picture = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255])
    await using upstream = await httpUpstream(({ url }, response) => {
      if (url === '/picture') response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
      else response.writeHead(204).end()
    })
    const query = new URLSearchParams({ slug: 'answers', mode: 'overwrite', upstream: upstream.url })
    const path = { get: { responses: { 200: { description: 'ok' } } } }
    await rest('POST', `/api/v1/apis?${query}`, {
      openapi: '3.1.0',
      info: { title: 'Answers', version: '1' },
      paths: { '/picture': path, '/nothing': path },
    })
    const designer = new DesignerPage(page, 'answers')
    await designer.open()
    await designer.toolbar.getByRole('button', { name: 'Try it' }).click()
    const panel = new RequestPanel(page)

    await test.step('a path and a header that HTTP can not carry', async () => {
      await panel.path.fill('/a picture')
      await panel.headers.fill('accept: */*\nno header')
      await panel.send()
      await expect(panel.path).toBeFocused()
      await expect(panel.path).toHaveAccessibleDescription('A path holds no spaces: write %20.')
      await expect(panel.headers).toHaveAccessibleDescription('Line 2 is no header: write name: value.')
      await accessible(page, 'a request that can not be sent')
      await panel.path.fill('/picture')
      await expect(panel.path).toHaveAccessibleDescription('')
      await panel.headers.fill('accept: */*')
    })

    await test.step('bytes that are no text are named with their type, and saved as they came', async () => {
      await panel.send()
      await expect(panel.body).toHaveText('10 bytes that are no text: image/png')
      await accessible(page, 'an answer that is no text')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Save as a file' }).press('Enter')
      const file = await download
      expect(file.suggestedFilename()).toBe('answer.png')
      const chunks: Buffer[] = []
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
      expect(Buffer.concat(chunks).equals(picture)).toBe(true)
    })

    await test.step('an answer without a body says so, and so does a request whose body is not sent', async () => {
      await panel.path.fill('/nothing')
      await panel.requestBody.fill('{"a":1}')
      await expect(page.getByText('The body is not sent: GET carries none.')).toBeVisible()
      await panel.send()
      await expect(page.getByText('The answer has no body.')).toBeVisible()
    })

    await test.step('a stage that nothing is deployed to is named so, before and after', async () => {
      await rest('PUT', '/api/v1/apis/answers/stages/staging', {})
      await page.reload()
      await designer.toolbar.getByRole('button', { name: 'Try it' }).click()
      await panel.sendTo('staging (not deployed)')
      await expect(page.getByText('staging serves nothing yet: deploy to it first')).toBeVisible()
      await expect(page.getByRole('link', { name: 'What this means' })).toHaveAttribute(
        'href',
        '/docs/errors/STAGE_NOT_SERVED',
      )
    })
  })
})
