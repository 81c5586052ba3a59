import type { PenstockProcess } from '@penstock/testkit'
import { description } from '../../bench/corpus.ts'
import { rest } from '../../bench/rest.ts'

interface Operation {
  operationId?: string
  summary?: string
  parameters?: { name?: string; in?: string; required?: boolean; schema?: unknown }[]
  responses?: unknown
}

interface Document {
  paths: Record<string, Record<string, Operation>>
}

/** The APIs that the pictures show, deployed, with something staged. */
export async function prepareApis(penstock: PenstockProcess): Promise<void> {
  const call = <T>(method: string, path: string, body?: unknown) => rest<T>(penstock, method, path, body)
  const deploy = (slug: string, reason: string, source: 'api' | 'cli' = 'api') =>
    call('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, { description: reason, source })
  await call('POST', '/api/v1/apis?slug=empty', bare('Bicycles'))

  const github = await description('github')
  await call('POST', '/api/v1/apis?slug=github', github)
  await deploy('github', 'As GitHub describes it')
  await call('POST', '/api/v1/apis?slug=github&mode=overwrite', editedGitHub(JSON.parse(github) as Document))

  await call('POST', '/api/v1/apis?slug=graph', await description('graph'))
  await deploy('graph', 'As Microsoft describes it')

  await call('POST', '/api/v1/apis?slug=orders&upstream=https%3A%2F%2Forders.example', orders())
  await prepareCoffee(call, deploy)
}

function bare(title: string) {
  return { openapi: '3.1.0', info: { title, version: '1' }, paths: {} }
}

function orders() {
  const responses = { 200: { description: 'OK' } }
  const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } }
  return {
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    paths: {
      '/orders': {
        get: { operationId: 'listOrders', responses },
        post: { operationId: 'createOrder', requestBody: body, responses },
      },
    },
    components: {
      schemas: { Order: { type: 'object', properties: { drink: { type: 'string' } } } },
      securitySchemes: { login: { type: 'http', scheme: 'bearer' } },
    },
  }
}

/** A removed operation, a parameter that must be there, a new operation, other words. */
function editedGitHub(document: Document): Document {
  const { paths } = document
  delete paths['/gists/{gist_id}/star']!['delete']
  paths['/gists/public']!['get']!.parameters!.push({
    name: 'language',
    in: 'query',
    required: true,
    schema: { type: 'string' },
  })
  paths['/gists/{gist_id}/pin'] = {
    put: {
      operationId: 'gists/pin',
      summary: 'Pin a gist',
      parameters: [{ name: 'gist_id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 204: { description: 'Pinned' } },
    },
  }
  paths['/gists']!['get']!.summary = 'List the gists of whoever is signed in'
  return document
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** The sample with a history, a public portal, and approvals on its stage. */
async function prepareCoffee(
  call: Call,
  deploy: (slug: string, reason: string, source?: 'api' | 'cli') => Promise<unknown>,
): Promise<void> {
  const slug = 'coffee-shop'
  const exported = () => call<Document>('GET', `/api/v1/apis/${slug}/export?extensions=penstock`)
  const write = (document: Document) => call('POST', `/api/v1/apis?slug=${slug}&mode=overwrite`, document)
  await deploy(slug, 'The menu and orders')
  const withTips = await exported()
  withTips.paths['/tips'] = {
    get: { operationId: 'listTips', summary: 'List tips', responses: { 200: { description: 'All tips' } } },
    post: { operationId: 'giveTip', summary: 'Give a tip', responses: { 201: { description: 'Thanks' } } },
  }
  await write(withTips)
  await deploy(slug, 'Tips for the baristas', 'cli')
  const withBeans = await exported()
  withBeans.paths['/beans'] = {
    get: {
      operationId: 'listBeans',
      summary: 'List beans',
      responses: { 200: { description: 'All beans' } },
    },
  }
  delete withBeans.paths['/tips']!['get']
  withBeans.paths['/menu']!['get']!.summary = 'List what can be ordered today'
  await write(withBeans)
  await deploy(slug, 'Beans; tips are nobody else’s business')
  const withPrices = await exported()
  withPrices.paths['/prices'] = {
    get: { operationId: 'listPrices', summary: 'List prices', responses: { 200: { description: 'Prices' } } },
  }
  delete withPrices.paths['/tips']
  await write(withPrices)
  await call('PUT', `/api/v1/apis/${slug}/portal`, { visibility: 'public' })
  await call('PUT', `/api/v1/apis/${slug}/stages/prod`, { requiredApprovals: 1 })
}
