import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { type Measure, quantile, type Row, row } from '../../measure.ts'
import { rest } from '../../rest.ts'
import { load, type Scenario } from './load.ts'
import { bareProxy, proxyWithFeatures, routeCount, startNginx, upstream, apiKey } from './nginx.ts'
import { cores, pin } from './pinned.ts'
import { commandLine, cpuNanoseconds, memoryMegabytes, processTree } from './process-tree.ts'

const route = '/v1/r150/42/items'
const scenarios: readonly (Scenario & { readonly limit: number })[] = [
  { name: '32 connections', connections: 32, path: route, limit: 1.7 },
  { name: '256 connections', connections: 256, path: route, limit: 1.9 },
  { name: 'one connection', connections: 1, path: route, limit: 1.6 },
  { name: '100 KB answers, 32 connections', connections: 32, path: '/100k', limit: 1.15 },
]

interface Target {
  readonly name: string
  readonly url: string
  readonly pids: readonly number[]
}

interface Sample {
  readonly target: string
  readonly round: number
  /** Microseconds of processor time per request. */
  readonly cpu: number
  readonly perSecond: number
}

const withFeatures = 'nginx with features'

/**
 * The gateway against nginx, bare and with features, in one run: rounds in which each is loaded in turn, the proxy on
 * one core, load and upstream on the other. The gateway's routes have what nginx's with features have: an API key, and a limit of
 * that key which nobody reaches. The figure is processor time per request of the proxy's own process as a ratio to bare nginx in
 * the same round, which holds on a machine whose speed changes.
 */
export const gateway: Measure = {
  name: 'gateway',
  async *run({ isShort }) {
    await using backend = await startNginx(cores.rest, upstream())
    await using bare = await startNginx(cores.proxy, bareProxy(backend.url))
    await using full = await startNginx(cores.proxy, proxyWithFeatures(backend.url))
    await using penstock = await startPenstock()
    const { url } = await deployRoutes(penstock, backend.url)
    const own = processTree(penstock.pid).filter((pid) => commandLine(pid).includes('gateway'))
    pin(cores.proxy, own)
    const targets: readonly Target[] = [
      { name: 'nginx', url: bare.url, pids: processTree(bare.pid) },
      { name: withFeatures, url: full.url, pids: processTree(full.pid) },
      { name: 'Penstock', url, pids: own },
    ]
    for (const scenario of scenarios) {
      const samples = race(targets, scenario, isShort ? 2 : 6)
      yield ratioRow(scenario, samples)
    }
    yield row('gateway memory after the race', 'GB', 0.1, [memoryMegabytes(own) / 1024])
  },
}

/**
 * An API of three hundred routes to this upstream that ask for a key with a limit, and one of 100 KB that does not, as
 * nginx's; served when this resolves.
 */
export async function deployRoutes(penstock: PenstockProcess, upstreamUrl: string) {
  const routes = Array.from({ length: routeCount }, (_, at) => `/v1/r${at}/{id}/items`)
  const document = {
    openapi: '3.0.1',
    info: { title: 'Race', version: '1' },
    paths: Object.fromEntries(
      [...routes, '/100k'].map((path) => [path, { get: operation(upstreamUrl + path, path !== '/100k') }]),
    ),
    components: { securitySchemes: { key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
  }
  await rest(penstock, 'POST', '/api/v1/apis?slug=race&mode=create', document)
  const deployed = await rest<{ url: string }>(
    penstock,
    'POST',
    '/api/v1/apis/race/stages/prod/deployments',
    {},
  )
  await rest(penstock, 'POST', '/api/v1/api-keys', { name: 'race', value: apiKey })
  await rest(penstock, 'POST', '/api/v1/usage-plans', {
    name: 'race',
    stages: [{ api: 'race', stage: 'prod' }],
    keys: ['race'],
    throttle: { rateLimit: 1_000_000, burstLimit: 100_000 },
  })
  return deployed
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

function race(targets: readonly Target[], scenario: Scenario, rounds: number): Sample[] {
  const samples: Sample[] = []
  // The first round is for just-in-time compilers and connection pools.
  for (let round = -1; round < rounds; round++)
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      const before = cpuNanoseconds(target.pids)
      const { requests, perSecond } = load(target.url, scenario, [`x-api-key: ${apiKey}`])
      const cpu = (cpuNanoseconds(target.pids) - before) / requests / 1_000
      if (round >= 0) samples.push({ target: target.name, round, cpu, perSecond })
    }
  return samples
}

function ratioRow(scenario: (typeof scenarios)[number], samples: readonly Sample[]): Row {
  const of = (name: string) => samples.filter(({ target }) => target === name)
  const ratios = of('Penstock').map(
    ({ round, cpu }) => cpu / of('nginx').find((other) => other.round === round)!.cpu,
  )
  const toFull = of('Penstock').map(
    ({ round, cpu }) => cpu / of(withFeatures).find((other) => other.round === round)!.cpu,
  )
  const median = (values: readonly number[]) => quantile(values, 0.5)
  const cpu = (name: string) => median(of(name).map((sample) => sample.cpu)).toFixed(1)
  return row(`processor time per request ÷ bare nginx, ${scenario.name}`, '×', scenario.limit, ratios, {
    note: `${cpu('Penstock')} µs, nginx ${cpu('nginx')} and ${cpu(withFeatures)} with features (÷ that ${median(toFull).toFixed(2)}), ${median(of('Penstock').map(({ perSecond }) => perSecond)).toFixed(0)} requests/s`,
  })
}
