import { httpUpstream } from '@penstock/testkit/upstreams'
import { ApiListPage } from '../pages/api-list-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { RequestPanel } from '../pages/request-panel.ts'
import { expect, test } from '../fixtures.ts'

const ok = { 200: { description: 'ok' } }
const proxy = { type: 'http_proxy', httpMethod: 'GET' }
const rides = {
  openapi: '3.0.1',
  info: { title: 'Half answered', version: '1' },
  paths: {
    '/rides': {
      get: { operationId: 'listRides', responses: ok, 'x-amazon-apigateway-integration': proxy },
      post: { operationId: 'bookRide', responses: ok },
    },
    '/fares': {
      get: {
        operationId: 'listFares',
        responses: ok,
        'x-amazon-apigateway-integration': { ...proxy, uri: 'https://fares.example' },
      },
    },
  },
}

test('the report of an import leads to each operation that does not run, and says why', async ({
  page,
  accessible,
}) => {
  const list = new ApiListPage(page)
  await list.open()
  const report = await list.importReport('rides.json', JSON.stringify(rides))
  await expect(report.getByRole('tab', { name: 'Not running 2' })).toHaveAttribute('aria-selected', 'true')
  await expect(report.getByRole('link')).toHaveText(['GET /rides', 'POST /rides'])
  await expect(
    report.getByRole('heading', { name: 'Nothing answers it: it has no integration. 1' }),
  ).toBeVisible()
  await accessible(page, 'the report of an import')
  await report.getByRole('link', { name: 'POST /rides' }).press('Enter')
  const designer = new DesignerPage(page, 'half-answered')
  await expect(report).toHaveCount(0)
  await expect(designer.field('Operation id')).toHaveValue('bookRide')
})

test('a description that names its server is tried against it at once, where that is chosen', async ({
  page,
  accessible,
}) => {
  const called: string[] = []
  await using upstream = await httpUpstream(({ method, url }, response) => {
    called.push(`${method} ${url}`)
    response.end('from the server of the description')
  })
  const list = new ApiListPage(page)
  await list.open()
  const document = { ...rides, paths: { '/rides': { get: { operationId: 'listRides', responses: ok } } } }
  const named = {
    ...document,
    info: { title: 'Named', version: '1' },
    servers: [{ url: `${upstream.url}/v1` }],
  }
  const dialog = await list.chooseFile('named.json', JSON.stringify(named))
  const upstreamField = dialog.getByLabel('Upstream', { exact: true })
  const choose = dialog.getByRole('button', { name: `Send them to ${upstream.url}/v1` })
  await expect(choose).toBeVisible()
  // Nothing is sent anywhere unasked.
  await expect(upstreamField).toHaveValue('')
  await accessible(page, 'an import that offers the address of its description')
  await choose.press('Enter')
  await expect(upstreamField).toHaveValue(`${upstream.url}/v1`)
  await dialog.getByRole('button', { name: /^Answer from examples/ }).press('Enter')
  await expect(upstreamField).toHaveValue('')
  await choose.press('Enter')
  await dialog.getByRole('button', { name: /^Import/ }).click()
  await dialog.getByRole('button', { name: 'Open the graph' }).click()
  const designer = new DesignerPage(page, 'named')
  await designer.selectNode('listRides')
  const panel = new RequestPanel(page)
  await designer.toolbar.getByRole('button', { name: 'Try it' }).click()
  await panel.send()
  await expect(page.getByLabel('body of the answer')).toHaveText('from the server of the description')
  expect(called).toEqual(['GET /v1/rides'])
})
