import type { PenstockProcess } from '@penstock/testkit'
import { rest } from '../../rest.ts'
import { apiKey, routeCount } from './nginx.ts'

/**
 * An API of three hundred routes to this upstream that ask for a key with a limit, and one of 100 KB that does not, as
 * nginx's; served when this resolves.
 */
export async function deployRoutes(penstock: PenstockProcess, upstreamUrl: string) {
  const deployed = await deploy(penstock, 'race', keyedRoutes(upstreamUrl, routeCount))
  await rest(penstock, 'POST', '/api/v1/api-keys', { name: 'race', value: apiKey })
  await planFor(penstock, 'race')
  return deployed
}

/** The same routes, as many as this, in an API of their own beside it, with the same key and limit. */
export async function deployMoreRoutes(penstock: PenstockProcess, upstreamUrl: string, count: number) {
  const deployed = await deploy(penstock, 'many', keyedRoutes(upstreamUrl, count))
  await planFor(penstock, 'many')
  return deployed
}

/** Imports a description and deploys it; it is served when this resolves. */
export async function deploy(penstock: PenstockProcess, slug: string, document: object | string) {
  await rest(penstock, 'POST', `/api/v1/apis?slug=${slug}&mode=overwrite`, document)
  return await rest<{ url: string }>(penstock, 'POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
}

function keyedRoutes(upstreamUrl: string, count: number) {
  const routes = Array.from({ length: count }, (_, at) => `/v1/r${at}/{id}/items`)
  return {
    openapi: '3.0.1',
    info: { title: 'Race', version: '1' },
    paths: Object.fromEntries(
      [...routes, '/100k'].map((path) => [path, { get: operation(upstreamUrl + path, path !== '/100k') }]),
    ),
    components: { securitySchemes: { key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
  }
}

async function planFor(penstock: PenstockProcess, api: string): Promise<void> {
  await rest(penstock, 'POST', '/api/v1/usage-plans', {
    name: api,
    stages: [{ api, stage: 'prod' }],
    keys: ['race'],
    throttle: { rateLimit: 1_000_000, burstLimit: 100_000 },
  })
}

function operation(uri: string, asksForKey: boolean) {
  const id = uri.includes('{id}')
  return {
    ...(asksForKey ? { security: [{ key: [] }] } : {}),
    parameters: id ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : [],
    responses: { 200: { description: 'ok' } },
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: 'GET',
      uri,
      requestParameters: id ? { 'integration.request.path.id': 'method.request.path.id' } : {},
    },
  }
}
