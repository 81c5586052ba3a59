import http from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnosePath } from '@penstock/bundle'
import { loopbackCertificate } from '@penstock/testkit/loopback-certificate'
import { httpUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { inspectionToken } from '../sync/control-plane.fixture.ts'
import { callUrl, handBundle, httpProxy } from '../testing.fixture.ts'
import { chat, says } from '../websocket/chat.fixture.ts'
import { openSocket } from '../websocket/socket-client.fixture.ts'
import { type RunningGateway, runWorkers } from './workers.fixture.ts'

/** More calls, each on a connection of its own, than go to one worker before the other gets one. */
const many = 6

async function metrics({ adminUrl }: RunningGateway): Promise<string> {
  return (await callUrl(`${adminUrl}/metrics`)).body
}

/** By worker, what the samples of a family add up to. */
function counted(text: string, family: string): Record<string, number> {
  const found = text.matchAll(new RegExp(`^${family}\\{worker="(\\d)"[^}]*\\} (\\d+)$`, 'gm'))
  const sums: Record<string, number> = {}
  for (const [, worker = '', count] of found) sums[worker] = (sums[worker] ?? 0) + Number(count)
  return sums
}

/** The processes that serve, as the system numbers them: those that the program started. */
async function workerProcesses({ process: { pid } }: RunningGateway): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}

test('workers share a port, and each is a node that acks, serves and counts what it served', async () => {
  await using upstream = await httpUpstream((_, response) => response.end('done'))
  await using gateway = await runWorkers(2)
  await gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]), 2)
  for (let call = 0; call < many; call++)
    expect((await callUrl(`${gateway.url}/orders/dev/x`)).body).toBe('done')
  const text = await metrics(gateway)
  expect(counted(text, 'penstock_requests_total')).toEqual({ 1: many / 2, 2: many / 2 })
  // Prometheus refuses a family that is named twice.
  const families = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  expect(families).toEqual([...new Set(families)])
  expect((await callUrl(`${gateway.adminUrl}/readyz`)).body).toBe('ready\n')
  const [first, second, ...more] = [...new Set(gateway.controlPlane.acks.map(({ node }) => node))].sort()
  expect([second, more]).toEqual([`${first}.2`, []])
})

test('a failed call is repeated by whichever worker keeps it', async () => {
  await using upstream = await httpUpstream((_, response) => response.destroy())
  await using gateway = await runWorkers(2)
  await gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]), 2)
  const failed = await callUrl(`${gateway.url}/orders/dev/x`)
  const ask = (id: unknown) =>
    callUrl(`${gateway.url}${diagnosePath}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${inspectionToken}` },
      body: JSON.stringify({ id, repeat: false }),
    })
  for (let call = 0; call < many; call++) {
    const { status, body } = await ask(failed.headers['x-request-id'])
    expect([status, JSON.parse(body).requestId]).toEqual([200, failed.headers['x-request-id']])
  }
  expect(JSON.parse((await ask('of-nobody')).body).code).toBe('CALL_NOT_KEPT')
})

test('a connection is spoken to through whichever worker, by the functions of any of them', async () => {
  await using gateway = await runWorkers(2)
  const token = 'process.env.PENSTOCK_CONNECTIONS_TOKEN'
  const told = `JSON.stringify({ id: event.requestContext.connectionId, token: ${token} })`
  await gateway.deploy(chat({ $default: says(told) }), 2)
  const address = `${gateway.url}/orders/dev`
  await using one = await openSocket(address)
  await using other = await openSocket(address)
  const of = async (client: typeof one) => {
    client.send('x')
    return await client.nextJson()
  }
  const [first, second] = [await of(one), await of(other)]
  expect(first['token']).toBe(second['token'])
  const headers = { Authorization: `Bearer ${String(first['token'])}` }
  const speak = (id: unknown, method: string, body = '') =>
    callUrl(`${address}/@connections/${encodeURIComponent(String(id))}`, { method, headers, body })
  for (let call = 0; call < many; call++) {
    expect((await speak(first['id'], 'POST', `one ${call}`)).status).toBe(200)
    expect((await speak(second['id'], 'POST', `other ${call}`)).status).toBe(200)
  }
  for (let call = 0; call < many; call++) {
    expect(await one.next()).toBe(`one ${call}`)
    expect(await other.next()).toBe(`other ${call}`)
  }
  expect((await speak(first['id'], 'GET')).status).toBe(200)
  expect((await speak(first['id'], 'DELETE')).status).toBe(204)
  expect(await one.closed).toBe('1000 Closed by the API')
  for (let call = 0; call < many; call++) expect((await speak(first['id'], 'GET')).status).toBe(410)
})

test('a worker that dies takes no other with it, and is there again', async () => {
  await using upstream = await httpUpstream((_, response) => response.end('done'))
  await using gateway = await runWorkers(2)
  await gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]), 2)
  const pids = await workerProcesses(gateway)
  expect(pids).toHaveLength(2)
  // A connection to each of the two.
  const agents = [0, 1].map(() => new http.Agent({ keepAlive: true, maxSockets: 1 }))
  const call = (agent: http.Agent) =>
    callUrl(`${gateway.url}/orders/dev/x`, { agent, headers: { Connection: 'keep-alive' } }).then(
      ({ status }) => status,
      () => 'cut',
    )
  for (const agent of agents) expect(await call(agent)).toBe(200)
  process.kill(pids[0]!, 'SIGKILL')
  await expect.poll(() => gateway.log.some((line) => line.includes('is started again'))).toBe(true)
  const after = await Promise.all(agents.map(call))
  expect(after).toContain(200)
  await expect.poll(async () => (await workerProcesses(gateway)).length, { timeout: 20_000 }).toBe(2)
  const isReady = async () => (await callUrl(`${gateway.adminUrl}/readyz`)).status
  await expect.poll(isReady, { timeout: 20_000 }).toBe(200)
  // It serves at once what its disk holds.
  for (let count = 0; count < many; count++)
    expect((await callUrl(`${gateway.url}/orders/dev/x`)).status).toBe(200)
  for (const agent of agents) agent.destroy()
})

test('a worker that hangs is told of, and the others serve on', async () => {
  await using gateway = await runWorkers(2)
  await gateway.deploy(handBundle(['GET /x'], [{ kind: 'example' }]), 2)
  const [stopped] = await workerProcesses(gateway)
  process.kill(stopped!, 'SIGSTOP')
  expect((await callUrl(`${gateway.adminUrl}/healthz`)).body).toMatch(/^ok\nworker \d does not answer\n$/)
  expect((await callUrl(`${gateway.adminUrl}/readyz`)).status).toBe(503)
  expect(Object.keys(counted(await metrics(gateway), 'penstock_revision'))).toHaveLength(1)
  process.kill(stopped!, 'SIGCONT')
  await expect.poll(async () => (await callUrl(`${gateway.adminUrl}/readyz`)).status).toBe(200)
})

test('SIGTERM lets all of them finish what is under way, and the program ends with 0', async () => {
  let release = () => {}
  let asked = 0
  await using upstream = await httpUpstream((_, response) => {
    const before = release
    release = () => (before(), response.end('finished'))
    asked += 1
  })
  await using gateway = await runWorkers(2)
  await gateway.deploy(handBundle(['GET /slow'], [httpProxy(upstream.url)]), 2)
  const calls = [0, 1].map(() => callUrl(`${gateway.url}/orders/dev/slow`))
  await expect.poll(() => asked).toBe(2)
  const ended = once(gateway.process, 'exit')
  gateway.process.kill('SIGTERM')
  const refused = () =>
    callUrl(`${gateway.url}/orders/dev/quick`).then(
      () => '',
      (error: NodeJS.ErrnoException) => error.code,
    )
  await expect.poll(refused).toBe('ECONNREFUSED')
  release()
  expect((await Promise.all(calls)).map(({ body }) => body)).toEqual(['finished', 'finished'])
  expect(await ended).toEqual([0, null])
})

test('a port that is taken is told as where there is one process, and nothing is left running', async () => {
  const holder = net.createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  await expect(runWorkers(2, { PENSTOCK_GATEWAY_PORT: String(port) })).rejects.toThrow(
    /exit code 1[^]*PENSTOCK_GATEWAY_PORT/,
  )
  await expect(runWorkers(2, { PENSTOCK_GATEWAY_ADMIN_PORT: String(port) })).rejects.toThrow(
    /exit code 1[^]*PENSTOCK_GATEWAY_ADMIN_PORT/,
  )
  holder.close()
})

test.each(['own', 'node'])('a connection that was handed over is as any other: %s', async (core) => {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-pems-'))
  const pems = {
    PENSTOCK_GATEWAY_TLS_CERT: join(folder, 'cert'),
    PENSTOCK_GATEWAY_TLS_KEY: join(folder, 'key'),
  }
  await writeFile(pems.PENSTOCK_GATEWAY_TLS_CERT, loopbackCertificate.cert)
  await writeFile(pems.PENSTOCK_GATEWAY_TLS_KEY, loopbackCertificate.key)
  await using upstream = await httpUpstream((_, response) => response.end('done'))
  const limits = { PENSTOCK_GATEWAY_HEAD_MS: '300', PENSTOCK_GATEWAY_HTTP: core }
  await using gateway = await runWorkers(2, { ...pems, ...limits, PENSTOCK_GATEWAY_TLS_PORT: '0' })
  await gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]), 2)
  const line = gateway.log.find((one) => one.includes('the gateway listens')) ?? ''
  const { tlsPort } = JSON.parse(line) as { tlsPort: number }
  const agent = new https.Agent({ ca: loopbackCertificate.cert, keepAlive: true, maxSockets: 1 })
  for (let call = 0; call < 2; call++) {
    const request = https.get({ host: '127.0.0.1', port: tlsPort, path: '/orders/dev/x', agent })
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    expect([response.statusCode, (await response.toArray()).join('')]).toEqual([200, 'done'])
  }
  agent.destroy()
  /** All that comes until the other side ends the connection. */
  const heard = async (sent: string) => {
    const socket = net.connect(Number(new URL(gateway.url).port), '127.0.0.1')
    socket.write(sent)
    let text = ''
    for await (const part of socket.setEncoding('latin1')) text += String(part)
    return text
  }
  const request = (connection: string) =>
    `GET /orders/dev/x HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`
  expect(await heard(request('keep-alive') + request('close'))).toMatch(
    /^HTTP\/1\.1 200 [^]*done[^]*HTTP\/1\.1 200 [^]*done/,
  )
  expect(await heard('GET /orders/dev/x HTTP/1.1\r\nHo')).toMatch(/^HTTP\/1\.1 408 /)
  await rm(folder, { recursive: true })
})
