import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { embeddedFolder, penstockEntry, startPenstock } from '@penstock/testkit'
import { echoUpstream } from '@penstock/testkit/upstreams'
import { expect, test, vi } from 'vitest'
import { describeShop, rest, runCli } from './black-box.fixture.ts'

vi.setConfig({ testTimeout: 180_000 })

const marker = (response: Response) => response.json() as Promise<{ marker: string }>

async function setUp(penstock: Parameters<typeof rest>[0], slug: string, said: string) {
  expect((await rest(penstock, 'POST', `/api/v1/apis?slug=${slug}`, describeShop(said))).status).toBe(201)
  const { status } = await rest(penstock, 'POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {
    variables: { colour: 'blue' },
  })
  expect(status).toBe(200)
}

test('a restart keeps APIs, drafts, stages, deployments, and what is served', async () => {
  using folder = await embeddedFolder()
  const look = async (penstock: Parameters<typeof rest>[0]) => {
    const paths = [
      '',
      '/shop',
      '/shop/stages',
      '/shop/stages/prod/plan',
      '/shop/stages/prod/deployments',
      '/shop/export',
    ]
    const answers = await Promise.all(paths.map((path) => rest(penstock, 'GET', `/api/v1/apis${path}`)))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200))
    // Ports are other ones each time.
    return answers.map(({ text }) => text.replaceAll(/:\d{4,5}\//g, ':0/'))
  }
  const preview = async (penstock: Parameters<typeof rest>[0]) => {
    const { json } = await rest(penstock, 'GET', '/api/v1/apis/shop/stages')
    const { stages } = json as { stages: { previewToken?: string }[] }
    const token = stages.find(({ previewToken }) => previewToken !== undefined)?.previewToken ?? ''
    return fetch(`${penstock.gatewayUrl}/shop/preview/orders`, { headers: { 'x-penstock-preview': token } })
  }
  let before: string[]
  {
    await using penstock = await startPenstock({ dataDir: folder.path })
    await setUp(penstock, 'shop', 'deployed')
    await rest(penstock, 'POST', '/api/v1/apis?slug=shop&mode=overwrite', describeShop('staged'))
    await expect
      .poll(async () => (await preview(penstock)).text(), {
        timeout: 10_000,
      })
      .toContain('staged')
    before = await look(penstock)
  }
  await using penstock = await startPenstock({ dataDir: folder.path })
  expect(await marker(await fetch(`${penstock.gatewayUrl}/shop/prod/orders`))).toEqual({ marker: 'deployed' })
  expect(await marker(await preview(penstock))).toEqual({
    marker: 'staged',
  })
  expect(await look(penstock)).toEqual(before)
})

test('bundles that were cut in half on disk while it was stopped are made anew, and the right thing is served', async () => {
  using folder = await embeddedFolder()
  {
    await using penstock = await startPenstock({ dataDir: folder.path })
    await setUp(penstock, 'shop', 'whole')
    expect((await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).status).toBe(200)
  }
  const folders = [join(folder.path, 'bundles'), join(folder.path, 'gateway', 'bundles')]
  for (const bundles of folders) {
    const names = await readdir(bundles)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const file = join(bundles, name)
      await truncate(file, (await readFile(file)).length >> 1)
    }
  }
  await using penstock = await startPenstock({ dataDir: folder.path })
  const call = async () => {
    const response = await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)
    return response.ok ? marker(response) : response.status
  }
  await expect.poll(call, { timeout: 20_000 }).toEqual({ marker: 'whole' })
  // And a state file of the gateway that says nothing any more.
  await penstock.kill()
  await writeFile(join(folder.path, 'gateway', 'state.json'), '{"stages":[')
  await using again = await startPenstock({ dataDir: folder.path })
  await expect
    .poll(async () => (await fetch(`${again.gatewayUrl}/shop/prod/orders`)).text(), { timeout: 20_000 })
    .toContain('whole')
})

test('a second process on the same data directory is refused by name, and the first does not notice', async () => {
  await using penstock = await startPenstock()
  await setUp(penstock, 'shop', 'first')
  for (const command of ['start', 'server']) {
    const second = await runCli([command, '--json'], {
      env: {
        PENSTOCK_DATA_DIR: penstock.dataDir,
        PENSTOCK_PORT: '0',
        PENSTOCK_GATEWAY_PORT: '0',
        PENSTOCK_GATEWAY_ADMIN_PORT: '0',
      },
    })
    expect(second.code).toBe(1)
    expect(second.problem().code).toBe('DATA_DIR_IN_USE')
    expect(second.problem().message).toContain(`(process ${penstock.pid})`)
    expect(second.problem().message).toContain(penstock.dataDir)
  }
  expect((await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).status).toBe(200)
  expect((await rest(penstock, 'GET', '/api/v1/apis/shop')).status).toBe(200)
})

test('a port that is taken is named with the variable that moves it, and nothing is left running', async () => {
  using folder = await embeddedFolder()
  await using other = await echoUpstream()
  const free = { PENSTOCK_PORT: '0', PENSTOCK_GATEWAY_PORT: '0', PENSTOCK_GATEWAY_ADMIN_PORT: '0' }
  for (const variable of Object.keys(free)) {
    const env = { ...free, PENSTOCK_DATA_DIR: folder.path, [variable]: String(other.port) }
    const outcome = await runCli(['start', '--json'], { env })
    expect(outcome.code).toBe(1)
    expect(outcome.problem()).toMatchObject({ code: 'PORT_IN_USE' })
    expect(outcome.problem().message).toContain(`${other.port} on 127.0.0.1`)
    expect(outcome.problem().message).toContain(`set ${variable} to`)
  }
  // Alone each names its own.
  for (const [command, variable] of [
    ['server', 'PENSTOCK_PORT'],
    ['gateway', 'PENSTOCK_GATEWAY_PORT'],
    ['gateway', 'PENSTOCK_GATEWAY_ADMIN_PORT'],
  ] as const) {
    const env = { ...free, PENSTOCK_DATA_DIR: folder.path, [variable]: String(other.port) }
    const outcome = await runCli([command, '--json'], { env })
    expect(outcome.problem()).toMatchObject({ code: 'PORT_IN_USE' })
    expect(outcome.problem().message).toContain(`set ${variable} to`)
  }
})

test('a gateway serves on when the server is killed, and the next start takes over its port', async () => {
  using folder = await embeddedFolder()
  await using penstock = await startPenstock({ dataDir: folder.path })
  await setUp(penstock, 'shop', 'served')
  process.kill(penstock.pid, 'SIGKILL')
  await expect
    .poll(() => fetch(`${penstock.url}/healthz`).catch(() => 'gone'), { timeout: 10_000 })
    .toBe('gone')
  for (let call = 0; call < 20; call++)
    expect(await marker(await fetch(`${penstock.gatewayUrl}/shop/prod/orders`))).toEqual({ marker: 'served' })

  const { port } = new URL(penstock.gatewayUrl)
  await using next = await startPenstock({ dataDir: folder.path, env: { PENSTOCK_GATEWAY_PORT: port } })
  expect(next.gatewayUrl).toBe(penstock.gatewayUrl)
  const { status } = await rest(next, 'POST', '/api/v1/apis?slug=shop&mode=overwrite', describeShop('after'))
  expect(status).toBe(201)
  const deployed = await rest(next, 'POST', '/api/v1/apis/shop/stages/prod/deployments', {})
  expect(deployed.json).toMatchObject({ deployment: { version: 2 }, nodes: { serving: 1, total: 1 } })
  expect(await marker(await fetch(`${next.gatewayUrl}/shop/prod/orders`))).toEqual({ marker: 'after' })
})

test('a gateway alone, without any server, serves what its disk holds', async () => {
  using folder = await embeddedFolder()
  {
    await using penstock = await startPenstock({ dataDir: folder.path })
    await setUp(penstock, 'shop', 'kept')
  }
  const child = spawn(process.execPath, [penstockEntry, 'gateway', '--json'], {
    env: {
      ...process.env,
      PENSTOCK_DATA_DIR: folder.path,
      PENSTOCK_SERVER_URL: 'http://127.0.0.1:1',
      PENSTOCK_GATEWAY_PORT: '0',
      PENSTOCK_GATEWAY_ADMIN_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    const { url } = JSON.parse(printed.toString()) as { url: string }
    expect(await marker(await fetch(`${url}/shop/prod/orders`))).toEqual({ marker: 'kept' })
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  expect(child.exitCode).toBe(0)
})
