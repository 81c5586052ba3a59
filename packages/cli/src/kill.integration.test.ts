import { embeddedFolder, type PenstockProcess, startPenstock } from '@penstock/testkit'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { describeShop, rest } from './black-box.fixture.ts'
import { untilAborted } from './until-aborted.ts'

const all = process.env.PENSTOCK_SLOW_TESTS === '1' || process.env.CI === 'true'
const kills = all ? 50 : 8
/** At a time, each with a disk of its own: a start alone keeps no two processors busy. */
const lanes = 2

/** What a client was told, and what it had asked for when the power went. */
interface Told {
  /** Markers of the last import that was acknowledged, and of the one that was under way. */
  drafts: [acknowledged: string, underWay: string | null]
  live: [acknowledged: string, underWay: string | null]
  readonly deployments: Map<string, number>
}

interface Deployment {
  readonly id: string
  readonly version: number
  readonly live: boolean
}

const api = '/api/v1/apis/shop'
const importing = (penstock: PenstockProcess, marker: string, mode: string) =>
  rest(penstock, 'POST', `/api/v1/apis?slug=shop&mode=${mode}`, describeShop(marker))

test(`killed ${kills} times at any moment of importing and deploying${all ? '' : ' (50 with PENSTOCK_SLOW_TESTS=1)'}, nothing is half done and nothing acknowledged is lost`, {
  timeout: 120_000 + kills * 30_000,
}, async () => {
  const deployments = await Promise.all(Array.from({ length: lanes }, () => killAndLook(kills / lanes)))
  expect(deployments.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(kills / 2)
})

/** Answers how many deployments there are in the end. */
async function killAndLook(kills: number): Promise<number> {
  using folder = await embeddedFolder()
  const told: Told = { drafts: ['m0', null], live: ['m0', null], deployments: new Map() }
  let penstock = await startPenstock({ dataDir: folder.path })
  try {
    expect((await importing(penstock, 'm0', 'create')).status).toBe(201)
    await deploy(penstock, told, 'm0')
    for (let kill = 0; kill < kills; kill++) {
      // Every other time in the first round, which is the slowest; else somewhere in those that follow.
      const afterMs = Math.random() * (kill % 2 === 0 ? 800 : 200)
      const begun = new AbortController()
      const working = work(penstock, told, kill, () => begun.abort())
      if (kill % 2 === 1) await Promise.race([untilAborted(begun.signal), working])
      await wait(afterMs)
      await penstock.kill()
      await working
      penstock = await startPenstock({ dataDir: folder.path })
      await expectWhole(penstock, told, `kill ${kill + 1}, ${Math.round(afterMs)} ms into it`)
    }
    return told.deployments.size
  } finally {
    await penstock.stop()
  }
}

/** Imports and deploys one document after the other until nobody answers. */
async function work(penstock: PenstockProcess, told: Told, kill: number, begun: () => void): Promise<void> {
  for (let round = 0; ; round++) {
    const marker = `m${kill}-${round}`
    try {
      told.drafts = [told.drafts[0], marker]
      const { status } = await importing(penstock, marker, 'overwrite')
      expect(status).toBe(201)
      told.drafts = [marker, null]
      told.live = [told.live[0], marker]
      await deploy(penstock, told, marker)
      begun()
    } catch (error) {
      if (error instanceof TypeError) return // fetch's word for a connection that broke
      throw error
    }
  }
}

async function deploy(penstock: PenstockProcess, told: Told, marker: string): Promise<void> {
  const { status, json } = await rest<{ deployment: Deployment }>(
    penstock,
    'POST',
    `${api}/stages/prod/deployments`,
    {},
  )
  expect(status).toBe(200)
  told.live = [marker, null]
  told.deployments.set(json.deployment.id, json.deployment.version)
}

async function expectWhole(penstock: PenstockProcess, told: Told, when: string): Promise<void> {
  const get = <T>(path: string) => rest<T>(penstock, 'GET', `${api}${path}`)
  const { deployments } = (await get<{ deployments: Deployment[] }>('/stages/prod/deployments')).json
  const versions = deployments.map(({ version }) => version).sort((a, b) => a - b)
  expect(versions, when).toEqual(versions.map((_, at) => at + 1))
  const kept = new Map(deployments.map(({ id, version }) => [id, version]))
  for (const [id, version] of told.deployments) expect(kept.get(id), `${when}: v${version}`).toBe(version)
  expect(
    deployments.filter(({ live }) => live).map(({ version }) => version),
    when,
  ).toEqual([versions.length])

  // The stage is one of the two documents, whole; so is the draft.
  const live = await documentOf(get('/export?from=prod'), told.live, `${when}: the stage`)
  const draft = await documentOf(get('/export?from=draft'), told.drafts, `${when}: the draft`)
  const plan = await get<{ summary: { total: number } }>('/stages/prod/plan')
  expect(plan.json.summary.total, when).toBe(live === draft ? 0 : 1)

  // The gateway catches up with what is stored, and serves nothing else.
  const call = async () => (await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).text()
  await expect.poll(call, { timeout: 15_000, interval: 20 }).toBe(JSON.stringify({ marker: live }))
  told.live = [live, null]
  told.drafts = [draft, null]
  for (const { id, version } of deployments) told.deployments.set(id, version)
}

/** Which of the two it is. */
async function documentOf(
  answer: ReturnType<typeof rest>,
  [acknowledged, underWay]: Told['live'],
  what: string,
): Promise<string> {
  const { json } = await answer
  const possible = [acknowledged, ...(underWay === null ? [] : [underWay])]
  const marker = possible.find((each) => JSON.stringify(json).includes(`"${each}"`))
  expect(marker, `${what} is neither of ${possible.join(', ')}: ${JSON.stringify(json)}`).toBeDefined()
  expect(json, what).toEqual(describeShop(marker!))
  return marker!
}
