import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PenstockProcess, startPenstock, type TemporaryFolder, temporaryFolder } from '@penstock/testkit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CliOutcome, cliOf, describeShop, runCli } from './black-box.fixture.ts'

// Every call of the command line is a process of its own.
vi.setConfig({ testTimeout: 180_000 })

let penstock: PenstockProcess
let folder: TemporaryFolder
let cli: ReturnType<typeof cliOf>
beforeAll(async () => {
  folder = temporaryFolder()
  penstock = await startPenstock({ isFirst: true })
  cli = cliOf(penstock)
})
afterAll(async () => {
  await penstock?.stop()
  folder?.[Symbol.dispose]()
})

async function file(name: string, document: unknown): Promise<string> {
  const path = join(folder.path, name)
  await writeFile(path, typeof document === 'string' ? document : JSON.stringify(document))
  return path
}

async function done(outcome: Promise<CliOutcome>): Promise<CliOutcome> {
  const { code, stderr, ...rest } = await outcome
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return { code, stderr, ...rest }
}

interface Deployed {
  readonly deployment: { readonly id: string; readonly version: number; readonly source: string }
  readonly url: string
  readonly nodes: { readonly serving: number; readonly total: number }
  readonly unchanged: boolean
}
interface Planned {
  readonly planHash: string
  readonly summary: { readonly total: number; readonly breaking: number }
  readonly changes: readonly { readonly title: string; readonly verdict: string }[]
}

const markerAt = async (url: string) =>
  ((await (await fetch(`${url}/orders`)).json()) as { marker: string }).marker
const deletable = {
  '/orders/{id}': { delete: { operationId: 'deleteOrder', responses: { 204: { description: 'Gone' } } } },
}

test('an API goes from a file to traffic, is changed, deployed, rolled back and written out again', async () => {
  const before = await file('before.json', describeShop('one', deletable))
  const after = await file('after.json', describeShop('two'))

  const imported = await done(cli(['import', before, '--api', 'shop', '--json']))
  expect(imported.json()).toMatchObject({ api: { slug: 'shop', operations: 2 }, report: { refused: [] } })

  const first = await cli(['plan', 'shop', 'prod', '--exit-code', '--json'])
  expect(first.code).toBe(3)
  const { planHash, summary } = first.json<Planned>()
  expect(summary.total).toBeGreaterThan(0)
  expect((await done(cli(['plan', 'shop', 'prod']))).stdout).toContain('nothing deployed yet')

  const deployed = (
    await done(cli(['deploy', 'shop', 'prod', '--plan', planHash, '--json']))
  ).json<Deployed>()
  expect(deployed).toMatchObject({
    deployment: { version: 1, source: 'cli' },
    nodes: { serving: 1, total: 1 },
    unchanged: false,
  })
  expect(await markerAt(deployed.url)).toBe('one')
  expect((await fetch(`${deployed.url}/orders/7`, { method: 'DELETE' })).status).toBe(204)

  expect((await cli(['plan', 'shop', 'prod', '--exit-code'])).code).toBe(0)
  const again = await done(cli(['deploy', 'shop', 'prod', '--json']))
  expect(again.json()).toMatchObject({ deployment: { version: 1 }, unchanged: true })
  expect((await done(cli(['deploy', 'shop', 'prod']))).stdout).toMatch(/nothing to deploy.*v1/)

  const hinted = await done(cli(['import', after, '--api', 'shop', '--mode', 'overwrite']))
  expect(hinted.stdout).toMatch(/^Next: penstock plan shop prod$/m)
  const changed = await cli(['plan', 'shop', 'prod', '--exit-code', '--json'])
  expect(changed.code).toBe(3)
  const plan = changed.json<Planned>()
  expect(plan.changes.map(({ title, verdict }) => `${title}: ${verdict}`)).toContain(
    'Remove DELETE /orders/{id}: breaking',
  )
  expect((await done(cli(['plan', 'shop', 'prod']))).stdout).toMatch(
    /− Remove DELETE \/orders\/\{id\} {2}breaking/,
  )

  for (const command of ['plan', 'deploy']) {
    const mistyped = await cli([command, 'shop', 'prdo', '--json'])
    expect(mistyped.code).toBe(1)
    expect(mistyped.problem()).toMatchObject({ code: 'STAGE_NOT_FOUND', details: { nearest: 'prod' } })
    expect(mistyped.problem().message).toContain('Did you mean "prod"? It has prod.')
  }
  expect((await done(cli(['plan', 'shop', 'qa', '--create-stage']))).stdout).toContain('nothing deployed yet')

  const refused = await cli(['deploy', 'shop', 'prod', '--fail-on', 'breaking', '--json'])
  expect(refused.code).toBe(1)
  expect(refused.json()).toMatchObject({ deployment: null, planHash: plan.planHash, summary: plan.summary })

  const stale = await cli(['deploy', 'shop', 'prod', '--plan', planHash, '--json'])
  expect(stale.code).toBe(1)
  expect(stale.problem()).toMatchObject({
    code: 'PLAN_STALE',
    details: { plan: { planHash: plan.planHash } },
  })
  expect(await markerAt(deployed.url)).toBe('one')

  const second = await done(cli(['deploy', 'shop', 'prod', '--plan', plan.planHash]))
  expect(second.stdout).toContain(`prod: v2, ${plan.changes.length} changes (1 breaking`)
  expect(second.stdout).toContain('− Remove DELETE /orders/{id}  breaking')
  expect(second.stdout).toMatch(/\nTry it: curl -i .*\/orders\n$/)
  expect(await markerAt(deployed.url)).toBe('two')
  expect((await fetch(`${deployed.url}/orders/7`, { method: 'DELETE' })).status).toBe(404)

  const back = await done(cli(['rollback', 'shop', 'prod']))
  expect(back.stdout).toBe(`prod: v3 serves the content of v1\n${deployed.url}\n`)
  expect(await markerAt(deployed.url)).toBe('one')
  expect((await done(cli(['rollback', 'shop', 'prod', 'v2', '--json']))).json()).toMatchObject({
    deployment: { version: 4 },
  })
  expect(await markerAt(deployed.url)).toBe('two')

  // What the stage serves, the draft and what was imported are one and the same document.
  const out = join(folder.path, 'out.json')
  await done(cli(['export', 'shop', '--from', 'prod', '--as', 'json', '-o', out]))
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(describeShop('two'))
  expect(JSON.parse((await done(cli(['export', 'shop', '--as', 'json']))).stdout)).toEqual(
    describeShop('two'),
  )
  const yaml = await done(cli(['export', 'shop', '--from', 'prod']))
  expect(yaml.stdout).toMatch(/^openapi: 3\.1\.0$/m)
  await done(cli(['import', '-', '--api', 'copy'], yaml.stdout))
  expect(JSON.parse((await done(cli(['export', 'copy', '--as', 'json']))).stdout)).toEqual(
    describeShop('two'),
  )
})

test('a canary is deployed beside what a stage serves, changed, discarded and promoted', async () => {
  const slug = 'canary-shop'
  await done(cli(['import', await file('c1.json', describeShop('one')), '--api', slug]))
  const { url } = (await done(cli(['deploy', slug, 'prod', '--json']))).json<Deployed>()
  const none = await cli(['canary', slug, 'prod', '--json'])
  expect([none.code, none.problem().code]).toEqual([1, 'CANARY_NOT_FOUND'])

  await done(
    cli(['import', await file('c2.json', describeShop('two')), '--api', slug, '--mode', 'overwrite']),
  )
  const deployed = await done(cli(['deploy', slug, 'prod', '--canary', '100']))
  expect(deployed.stdout).toContain('with 100 % of the requests, on 1 of 1 nodes')
  expect(await markerAt(url)).toBe('two')
  expect((await done(cli(['canary', slug, 'prod', '--percent', '0%']))).stdout).toContain(
    'prod: v2 gets 0 % of the requests\n  live   v1: ',
  )
  await vi.waitFor(async () => expect(await markerAt(url)).toBe('one'))
  const past = await cli(['deploy', slug, 'prod', '--json'])
  expect([past.code, past.problem().code]).toEqual([1, 'CANARY_PRESENT'])
  expect((await cli(['canary', slug, 'prod', '--percent', 'all'])).stderr).toContain('is no percentage')
  expect((await cli(['canary', slug, 'prod', '--promote', '--discard'])).stderr).toContain('Give one of')

  expect((await done(cli(['canary', slug, 'prod', '--discard']))).stdout).toBe(
    'prod: the canary is discarded\n',
  )
  await done(cli(['deploy', slug, 'prod', '--canary', '1']))
  const other = await cli(['canary', slug, 'prod', 'v2', '--promote', '--json'])
  expect([other.code, other.problem().code]).toEqual([1, 'CANARY_STALE'])
  const promoted = await done(cli(['canary', slug, 'prod', 'v3', '--promote']))
  expect(promoted.stdout).toBe(`prod: v4 serves what its canary did\n${url}\n`)
  expect(await markerAt(url)).toBe('two')
  // What was only tried is nothing to go back to.
  expect((await done(cli(['rollback', slug, 'prod']))).stdout).toContain('v5 serves the content of v1')
})

test('the log of an API tells of its calls, by stage and as JSON lines', async () => {
  await done(cli(['import', '-', '--api', 'logged'], JSON.stringify(describeShop('logged'))))
  const { url } = (await done(cli(['deploy', 'logged', 'prod', '--json']))).json<Deployed>()
  const id = (await fetch(`${url}/orders`)).headers.get('x-request-id')!
  await fetch(`${url}/nothing`)
  // Nodes send what they served once a second.
  const lines = async (...args: string[]) =>
    (await done(cli(['logs', 'logged', ...args]))).stdout.trimEnd().split('\n')
  await expect.poll(() => lines(), { timeout: 10_000 }).toHaveLength(2)
  const [served, missed] = (await lines('prod', '--json')).map((line) => JSON.parse(line) as unknown)
  expect(served).toMatchObject({ id, method: 'GET', status: 200, stage: 'prod', version: 1 })
  expect(missed).toMatchObject({ status: 404, error: { code: 'ROUTE_NOT_FOUND' } })
  expect((await lines())[0]).toMatch(/200 GET .*\/orders .* prod v1 /)
  expect((await cli(['logs', 'nobody', '--json'])).problem().code).toBe('API_NOT_FOUND')
})

test('diff and lint need no server, and say by their exit code what a pipeline asks', async () => {
  const offline = (args: string[], stdin?: string) =>
    runCli(args, { ...(stdin === undefined ? {} : { stdin }), env: { PENSTOCK_URL: 'http://127.0.0.1:1' } })
  const before = await file('a.json', describeShop('one', deletable))
  const after = await file('b.json', describeShop('one'))
  expect((await done(offline(['diff', before, before]))).stdout).toBe('No change in meaning\n')
  const told = (await done(offline(['diff', before, after, '--json']))).json<Planned>()
  expect(told.changes).toContainEqual(
    expect.objectContaining({ title: 'Remove DELETE /orders/{id}', verdict: 'breaking' }),
  )
  expect((await offline(['diff', before, after, '--fail-on', 'breaking'])).code).toBe(1)
  expect((await offline(['diff', after, before, '--fail-on', 'breaking'])).code).toBe(0)
  expect((await offline(['diff', before, after, '--fail-on', 'everything'])).code).toBe(2)

  expect((await done(offline(['lint', after]))).stdout).toContain('1 operations, 0 errors, 0 warnings')
  const lint = await offline(['lint', '-', '--json'], 'openapi: 3.0.1\ninfo:\n  title: "x\n')
  expect(lint.code).toBe(1)
  expect(lint.problem()).toMatchObject({ code: 'IMPORT_REFUSED' })
})

test('whatever goes wrong has its exit code, its error code and what to do', async () => {
  const usage = await cli(['frobnicate'])
  expect(usage.code).toBe(2)
  expect(usage.stderr).toContain("unknown command 'frobnicate'")
  expect((await cli(['plan', 'shop'])).code).toBe(2)
  expect((await cli(['plan', 'shop', 'prod', '--nonsense'])).code).toBe(2)
  const format = await cli(['export', 'shop', '--format', 'word'])
  expect(format.code).toBe(2)
  expect(format.stderr).toContain('Allowed choices are oas31, oas30, swagger2')
  const help = await cli(['--help'])
  expect(help.code).toBe(0)
  for (const name of ['start', 'import', 'export', 'plan', 'deploy', 'rollback', 'diff', 'lint', 'logs'])
    expect(help.stdout).toContain(`  ${name} `)

  const away = await runCli(['plan', 'shop', 'prod'], { env: { PENSTOCK_URL: 'http://127.0.0.1:1' } })
  expect(away.code).toBe(1)
  expect(away.stderr).toContain('Nothing answers at http://127.0.0.1:1. Start Penstock')
  expect(away.stderr).toContain('SERVER_UNREACHABLE · docs/errors/SERVER_UNREACHABLE.md')

  const { url } = penstock
  const code = async (args: string[], env: Record<string, string> = { PENSTOCK_URL: url }) => {
    const outcome = await runCli([...args, '--json'], { env })
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toBe('')
    return outcome.problem().code
  }
  expect(await code(['plan', 'shop', 'prod'])).toBe('UNAUTHENTICATED')
  expect(await code(['plan', 'shop', 'prod', '--token', 'pst_wrong'])).toBe('TOKEN_INVALID')
  const known = { PENSTOCK_URL: url, PENSTOCK_TOKEN: penstock.token }
  expect(await code(['plan', 'nobody', 'prod'], known)).toBe('API_NOT_FOUND')
  expect(await code(['export', 'shop', '--from', 'nowhere'], known)).toBe('STAGE_NOT_FOUND')
  expect(await code(['rollback', 'shop', 'prod', 'v99'], known)).toBe('DEPLOYMENT_NOT_FOUND')
  expect(await code(['import', join(folder.path, 'missing.yaml')], known)).toBe('FILE_UNREADABLE')
  expect(await code(['import', await file('taken.json', describeShop('x')), '--api', 'shop'], known)).toBe(
    'SLUG_TAKEN',
  )
  expect(await code(['import', '-', '--api', 'Not A Slug'], known)).toBe('INVALID_INPUT')
  expect(await code(['plan', 'shop', 'prod'], { PENSTOCK_URL: 'not a url' })).toBe('INVALID_INPUT')
})
