import { createServer } from 'node:http'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Ack, DesiredState, Inspection, InspectRequest } from '@penstock/bundle'
import { embeddedFolder, type TemporaryFolder } from '@penstock/testkit'
import { request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from './start-server.ts'

const token = 'pst_test_token'
const env = { PENSTOCK_BOOTSTRAP_TOKEN: token, PENSTOCK_LOG_LEVEL: 'silent' }
let folder: TemporaryFolder
let server: RunningServer
beforeAll(async () => {
  folder = await embeddedFolder()
  server = await startServer({ port: 0, host: '127.0.0.1', dataDir: folder.path, env })
  await post('/api/v1/apis?slug=pets', {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { summary: 'x'.repeat(2000), responses: { 200: { description: 'All' } } } } },
  })
})
afterAll(async () => {
  await server.close()
  folder[Symbol.dispose]()
})

async function post(path: string, body: unknown, authorization = `Bearer ${token}`): Promise<Response> {
  const headers = { authorization, 'content-type': 'application/json' }
  return fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** What follows `data: ` in each event of a stream. */
async function* events(path: string, authorization: string, signal: AbortSignal): AsyncGenerator<unknown> {
  const answer = await fetch(server.url + path, {
    headers: { authorization, accept: 'text/event-stream' },
    signal,
  })
  let text = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      const data = /^data: (.*)$/m.exec(event)?.[1]
      text = text.slice(end + 2)
      // tRPC's last word, after which a browser does not come back.
      if (event.includes('event: return')) throw new Error('the stream was ended for good')
      if (data) yield JSON.parse(data)
    }
  }
}

const gatewayToken = async () => `Bearer ${await readFile(join(folder.path, 'gateway-token'), 'utf8')}`

test('a fresh installation prints a link with the token in the fragment, and keeps the gateway token private', async () => {
  expect(server.setupUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup#token=[\w-]{43}$/)
  expect((await stat(join(folder.path, 'gateway-token'))).mode & 0o777).toBe(0o600)
})

test('a port that is taken is named', async () => {
  const other = await embeddedFolder()
  const port = Number(new URL(server.url).port)
  await expect(startServer({ port, host: '127.0.0.1', dataDir: other.path, env })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
  })
  other[Symbol.dispose]()
})

test('large answers are compressed for those who are far away', async () => {
  const url = `${server.url}/draft-data/pets`
  const headers = {
    authorization: `Bearer ${token}`,
    'accept-encoding': 'br',
    'x-forwarded-for': '192.0.2.1',
  }
  const far = await rawGet(url, headers)
  expect(far.headers['content-encoding']).toBe('br')
  const near = await rawGet(url, { authorization: `Bearer ${token}`, 'accept-encoding': 'br' })
  expect(near.headers['content-encoding']).toBeUndefined()
  expect(brotliDecompressSync(far.body).equals(near.body)).toBe(true)
})

test('an open tab hears of a change as it happens', async () => {
  const stop = new AbortController()
  const input = encodeURIComponent('{"slug":"pets"}')
  const heard = events(`/trpc/live.events?input=${input}`, `Bearer ${token}`, stop.signal)
  await heard.next()
  await post('/trpc/stages.create', { slug: 'pets', name: 'heard' })
  // That the activity has grown is told at most once a second: now, or not yet.
  let { value } = await heard.next()
  if ((value as { type: string }).type === 'activity') value = (await heard.next()).value
  expect(value).toEqual({ type: 'stages', slug: 'pets' })
  stop.abort()
})

test('a stream ends when access is revoked, and its token opens no other', async () => {
  const made = (await (await post('/api/v1/tokens', { name: 'short' })).json()) as {
    token: string
    view: { id: string }
  }
  const authorization = `Bearer ${made.token}`
  const heard = events('/trpc/live.events?input=%7B%7D', authorization, new AbortController().signal)
  await heard.next()
  await post('/trpc/tokens.revoke', { id: made.view.id })
  expect((await heard.next()).done).toBe(true)
  const again = await fetch(`${server.url}/trpc/live.events?input=%7B%7D`, { headers: { authorization } })
  expect(again.status).toBe(401)
  expect(await again.json()).toMatchObject({ error: { data: { problem: { code: 'TOKEN_INVALID' } } } })
})

test('a gateway follows the desired state, fetches bundles, acknowledges, and is asked to inspect requests', async () => {
  const calls: string[] = []
  const inspected: InspectRequest[] = []
  const accesses: Record<string, unknown> = {}
  const node = createServer((request, response) => {
    calls.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => {
      inspected.push(JSON.parse(text) as InspectRequest)
      response.writeHead(200).end(JSON.stringify(inspectionOf('pong')))
    })
  })
  await new Promise<void>((done) => node.listen(0, '127.0.0.1', done))
  const nodeUrl = `http://127.0.0.1:${(node.address() as { port: number }).port}`
  const stop = new AbortController()
  const authorization = await gatewayToken()
  const states = events(
    '/gateway/v1/sync?node=n1',
    authorization,
    stop.signal,
  ) as AsyncGenerator<DesiredState>
  const acknowledge = async ({ revision, stages }: DesiredState) => {
    const ack: Ack = {
      node: 'n1',
      revision,
      url: nodeUrl,
      stages: stages.map(({ api, stage, bundle }) => ({ api, stage, bundle })),
    }
    expect((await post('/gateway/v1/acks', ack, authorization)).status).toBe(204)
  }
  const first = (await states.next()).value as DesiredState
  // Where the gateway's own errors lead, which has to be a page that anybody can open.
  expect(first.errorPages).toBe(`${server.url}/docs/errors`)
  expect((await fetch(`${first.errorPages}/ROUTE_NOT_FOUND`)).status).toBe(200)
  await acknowledge(first)
  const following = (async () => {
    for await (const state of states) {
      for (const stage of state.stages)
        if (stage.bundle !== null) accesses[`${stage.api}/${stage.stage}`] = stage.access
      for (const { bundle } of state.stages) {
        const bytes = await fetch(`${server.url}/gateway/v1/bundles/${bundle}`, {
          headers: { authorization },
        })
        expect(bytes.status).toBe(200)
      }
      await acknowledge(state)
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })

  const deployed = (await (await post('/api/v1/apis/pets/stages/prod/deployments', {})).json()) as object
  expect(deployed).toMatchObject({ url: `${nodeUrl}/pets/prod`, nodes: { serving: 1, total: 1 } })

  const call = { slug: 'pets', stage: 'prod', method: 'GET', headers: [['x-a', 'b']] }
  const sent = await post('/trpc/inspect.send', { ...call, path: '//evil.example/../x' })
  expect(((await sent.json()) as { result: { data: object } }).result.data).toMatchObject({
    answer: { status: 200, body: { text: 'pong' } },
    requestId: 'r-1',
    version: 1,
    records: { method: null },
  })
  // The node and nothing else is called, with a token that is told to it and to nobody else.
  expect(calls).toEqual([`POST /.penstock/inspect Bearer ${first.inspection?.token}`])
  expect(inspected).toEqual([
    {
      api: 'pets',
      stage: 'prod',
      mode: 'send',
      method: 'GET',
      target: '//evil.example/../x',
      headers: [['x-a', 'b']],
    },
  ])

  const open = await fetch(`${server.url}/api/v1/apis/pets/stages`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { stages } = (await open.json()) as { stages: { name: string; previewToken?: string }[] }
  const previewToken = stages.find(({ name }) => name === 'preview')?.previewToken
  expect(previewToken).toMatch(/^[\w-]{43}$/)
  await post('/trpc/inspect.explain', {
    ...call,
    stage: 'preview',
    headers: [['X-Penstock-Preview', 'mine']],
    path: '/',
  })
  // The gateway is told, a call to the preview shows it, and no other does.
  expect(inspected.at(-1)).toMatchObject({ mode: 'explain', headers: [['x-penstock-preview', previewToken]] })
  expect(accesses).toEqual({ 'pets/preview': { token: previewToken }, 'pets/prod': undefined })

  const impossible = await post('/trpc/inspect.send', { ...call, headers: [['a b', 'c']], path: '/x' })
  expect(await impossible.json()).toMatchObject({ error: { data: { problem: { code: 'INVALID_INPUT' } } } })

  const record = {
    id: 'r-1',
    at: Date.now(),
    api: 'pets',
    stage: 'prod',
    version: 1,
    method: 'GET',
    path: '/pets',
    route: null,
    status: 200,
    durationMs: 1,
    integrationMs: null,
  }
  const batch = { node: 'n1', dropped: 0, requests: [record] }
  for (let sent = 0; sent < 2; sent++)
    expect((await post('/gateway/v1/requests', batch, authorization)).status).toBe(204)
  const found = await fetch(`${server.url}/api/v1/requests/r-1`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await found.json()).toEqual({
    ...record,
    node: 'n1',
    phases: [{ name: 'request', startMs: 0, durationMs: 1, outcome: 'passed' }],
  })

  stop.abort()
  await following
  node.close()
})

test('an inspection says when no gateway is connected', async () => {
  const call = { slug: 'pets', stage: 'preview', method: 'GET', path: '/', headers: [] }
  await expect
    .poll(async () => {
      const { error } = (await (await post('/trpc/inspect.explain', call)).json()) as {
        error?: { data: { problem: { code: string } } }
      }
      return error?.data.problem.code
    })
    .toMatch(/^NO_GATEWAY|GATEWAY_UNREACHABLE$/)
})

test('stopping ends open streams, and starting again keeps what was acknowledged', async () => {
  const stop = new AbortController()
  const heard = events('/trpc/live.events?input=%7B%7D', `Bearer ${token}`, stop.signal)
  await heard.next()
  await server.close()
  expect((await heard.next()).done).toBe(true)
  server = await startServer({ port: 0, host: '127.0.0.1', dataDir: folder.path, env: {} })
  const api = await fetch(`${server.url}/api/v1/apis/pets`, { headers: { authorization: `Bearer ${token}` } })
  expect(await api.json()).toMatchObject({ slug: 'pets', operations: 1 })
})

/** Without fetch's decompression. */
async function rawGet(url: string, headers: Record<string, string>) {
  const answer = await request(url, { headers })
  return { headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) }
}

/** What a gateway tells of a request that was answered with this text. */
function inspectionOf(text: string): Inspection {
  return {
    format: 1,
    mode: 'send',
    requestId: 'r-1',
    bundle: 'b',
    version: 1,
    deployment: null,
    outcome: 'answered',
    routing: null,
    phases: [],
    call: null,
    answer: { status: 200, headers: [], body: { text, encoding: 'text', bytes: text.length, whole: true } },
    error: null,
    durationMs: 1,
    integrationMs: null,
  }
}
