import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '@penstock/bundle'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callUrl, handBundle, packed, testGateway, testOptions } from '../testing.fixture.ts'
import { startGateway } from '../start-gateway.ts'

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-sync-'))
})
afterEach(() => rm(dataDirectory, { recursive: true, force: true }))

/** Two routes that answer with one word, so that a mix of two deployments would show. */
function saying(word: string): Bundle {
  const example = { status: 200, contentType: 'text/plain', body: 0 }
  const route = (path: string) => ({
    id: path,
    resource: path,
    method: 'GET',
    path,
    integration: 0,
    examples: [example],
  })
  return handBundle([route('/a'), route('/b')], [{ kind: 'example' }], { bodies: [word] })
}

function stage(bundle: string, version = 1) {
  return {
    api: 'orders',
    stage: 'dev',
    bundle,
    version,
    deployment: `dep_${version}`,
    settings: { variables: {} },
  }
}

/** A gateway on the same disk whose control plane cannot be reached. */
function alone() {
  return startGateway({ ...testOptions, serverUrl: 'http://127.0.0.1:1', dataDirectory })
}

test('fifty swaps under load: no call fails, none is answered by two deployments', async () => {
  await using test = await testGateway()
  await test.deploy(saying('v1'))
  let done = false
  const answers: { status: number; label: string; body: string }[] = []
  const caller = async (path: string) => {
    while (!done) {
      const { status, headers, body } = await test.call(path)
      answers.push({ status, label: String(headers['x-penstock-deployment']), body })
    }
  }
  const callers = ['/a', '/b', '/a', '/b'].map(caller)
  for (let version = 2; version <= 51; version++) await test.deploy(saying(`v${version}`), { version })
  done = true
  await Promise.all(callers)
  expect(answers.filter(({ status, label, body }) => status !== 200 || label !== body)).toEqual([])
  expect(new Set(answers.map(({ body }) => body)).size).toBeGreaterThan(5)
})

test('the ack says what serves, after the swap', async () => {
  await using test = await testGateway()
  const ack = await test.deploy(saying('one'))
  expect(ack).toMatchObject({
    node: test.gateway.node,
    url: test.gateway.url,
    stages: [{ api: 'orders', stage: 'dev', bundle: packed(saying('one')).hash }],
  })
  expect((await test.call('/a')).body).toBe('one')
})

test('a bundle that does not load is refused: the old one serves on, and the ack says why', async () => {
  await using test = await testGateway()
  await test.deploy(saying('old'))
  const old = packed(saying('old')).hash
  const { hash } = packed(saying('new'))
  test.controlPlane.bundles.set(hash, Buffer.from('not what the hash names'))
  const ack = await test.controlPlane.want(stage(hash, 2))
  expect(ack.stages).toEqual([
    {
      api: 'orders',
      stage: 'dev',
      bundle: old,
      error: { code: 'BUNDLE_CORRUPT', message: expect.stringContaining(hash) },
    },
  ])
  const answer = await test.call('/a')
  expect([answer.body, answer.headers['x-penstock-deployment']]).toEqual(['old', 'v1'])

  const missing = await test.controlPlane.want(stage('no-such-bundle-at-all-000000', 3))
  expect(missing.stages[0]?.error?.code).toBe('BUNDLE_NOT_FOUND')
})

test('stage variables take effect without a deployment; a stage that is no longer wanted is gone', async () => {
  await using test = await testGateway()
  const template = { 'application/json': '"$stageVariables.word"' }
  const mock = {
    kind: 'mock' as const,
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: [{ pattern: null, status: 200, templates: template }],
  }
  const bundle = handBundle(['GET /w'], [mock])
  await test.deploy(bundle, { settings: { variables: { word: 'one' } } })
  expect((await test.call('/w')).body).toBe('"one"')
  await test.deploy(bundle, { settings: { variables: { word: 'two' } } })
  expect((await test.call('/w')).body).toBe('"two"')
  expect(test.controlPlane.fetched.get(packed(bundle).hash)).toBe(1)
  test.controlPlane.stages.clear()
  await test.controlPlane.push()
  expect((await test.call('/w')).status).toBe(404)
})

test('a stage that the control plane holds serves on, from the disk as well', async () => {
  const { hash } = packed(saying('kept'))
  {
    await using test = await testGateway({ dataDirectory })
    await test.deploy(saying('kept'), { version: 7 })
    const ack = await test.controlPlane.want({ api: 'orders', stage: 'dev', bundle: null })
    expect(ack.stages).toEqual([{ api: 'orders', stage: 'dev', bundle: hash }])
    const answer = await test.call('/a')
    expect([answer.body, answer.headers['x-penstock-deployment']]).toEqual(['kept', 'v7'])
  }
  expect(await readdir(join(dataDirectory, 'gateway', 'bundles'))).toEqual([hash])
  const gateway = await alone()
  try {
    expect((await callUrl(`${gateway.url}/orders/dev/a`)).body).toBe('kept')
  } finally {
    await gateway.close()
  }
})

test('comes back when the stream breaks, and gets what it missed', async () => {
  await using test = await testGateway()
  await test.deploy(saying('one'))
  test.controlPlane.disconnect()
  await test.deploy(saying('two'), { version: 2 })
  expect((await test.call('/a')).body).toBe('two')
})

test('starts and serves from its disk without the control plane, and is ready', async () => {
  {
    await using test = await testGateway({ dataDirectory })
    await test.deploy(saying('kept'))
  }
  const gateway = await alone()
  try {
    expect((await callUrl(`${gateway.url}/orders/dev/b`)).body).toBe('kept')
    expect((await callUrl(`${gateway.adminUrl}/readyz`)).status).toBe(200)
  } finally {
    await gateway.close()
  }
})

test("its own errors lead to the control plane's pages, also alone and before a request is one", async () => {
  const errorPages = 'https://penstock.example.com/docs/errors'
  {
    await using test = await testGateway({ dataDirectory, errorPages })
    await test.deploy(saying('x'))
    expect(await typesOf(test.gateway)).toEqual([
      `${errorPages}/ROUTE_NOT_FOUND`,
      `${errorPages}/REQUEST_HEADERS_TOO_LARGE`,
    ])
  }
  const gateway = await alone()
  try {
    expect((await typesOf(gateway))[0]).toBe(`${errorPages}/ROUTE_NOT_FOUND`)
  } finally {
    await gateway.close()
  }
})

test('an error whose page nobody knows an address of has a name, not a dead link', async () => {
  await using test = await testGateway()
  await test.deploy(saying('x'))
  expect((await typesOf(test.gateway))[0]).toBe('urn:penstock:error:ROUTE_NOT_FOUND')
})

/** Types of the problems for a path that is not there, and for a head that is too large. */
async function typesOf({ url }: { url: string }): Promise<unknown[]> {
  const answers = [
    await callUrl(`${url}/orders/dev/nowhere`),
    await callUrl(`${url}/`, { headers: { padding: 'x'.repeat(40_000) } }),
  ]
  return answers.map(({ body }) => JSON.parse(body).type)
}

test('is alive but not ready, and says so, while it has nothing to serve', async () => {
  const gateway = await alone()
  try {
    expect((await callUrl(`${gateway.adminUrl}/healthz`)).status).toBe(200)
    expect((await callUrl(`${gateway.adminUrl}/readyz`)).status).toBe(503)
    const answer = await callUrl(`${gateway.url}/orders/dev/b`)
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([503, 'GATEWAY_NOT_READY'])
  } finally {
    await gateway.close()
  }
})

test('a bundle cut in half on disk is ignored, and fetched again', async () => {
  const { bytes, hash } = packed(saying('whole'))
  {
    await using test = await testGateway({ dataDirectory })
    await test.deploy(saying('whole'))
  }
  const path = join(dataDirectory, 'gateway', 'bundles', hash)
  await truncate(path, Math.floor(bytes.length / 2))
  const lonely = await alone()
  expect((await callUrl(`${lonely.url}/orders/dev/a`)).status).toBe(404)
  await lonely.close()

  {
    await using test = await testGateway({ dataDirectory })
    await test.deploy(saying('whole'))
    expect((await test.call('/a')).body).toBe('whole')
    expect(test.controlPlane.fetched.get(hash)).toBe(1)
  }
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test('a state file that is damaged counts as none', async () => {
  {
    await using test = await testGateway({ dataDirectory })
    await test.deploy(saying('x'))
  }
  await writeFile(join(dataDirectory, 'gateway', 'state.json'), '{"revision": 1, "stag')
  const gateway = await alone()
  expect((await callUrl(`${gateway.adminUrl}/readyz`)).status).toBe(503)
  await gateway.close()
})

test('bundles that nothing serves any more are removed from the disk', async () => {
  {
    await using test = await testGateway({ dataDirectory })
    for (const [index, word] of ['one', 'two', 'three'].entries())
      await test.deploy(saying(word), { version: index + 1 })
  }
  expect(await readdir(join(dataDirectory, 'gateway', 'bundles'))).toEqual([packed(saying('three')).hash])
})

test('a disk that takes nothing stops no traffic', async () => {
  const said: string[] = []
  await using test = await testGateway({
    dataDirectory,
    log: (level, message) => said.push(`${level} ${message}`),
  })
  // A file where the folder of bundles was: every write fails, as on a full disk.
  await rm(join(dataDirectory, 'gateway', 'bundles'), { recursive: true })
  await writeFile(join(dataDirectory, 'gateway', 'bundles'), '')
  await test.deploy(saying('one'))
  expect((await test.call('/a')).body).toBe('one')
  await test.deploy(saying('two'), { version: 2 })
  expect((await test.call('/a')).body).toBe('two')
  expect(said).toContain('error what is served could not be written to disk')
})
