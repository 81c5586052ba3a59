import { ApiListPage } from '../pages/api-list-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
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
