import type { Ack } from '@penstock/bundle'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { presentDeployments } from '../../presenters/deployments.ts'
import { presentCanaryTraffic } from '../../presenters/canary-traffic.ts'
import { getStage, variablesOf } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { edit, makePets, openTestCore, type TestCore } from '../core.fixture.ts'
import { deploy } from '../deploy.ts'
import { rollback } from '../rollback.ts'
import { updateStage } from '../update-stage.ts'
import { changeCanary } from './change-canary.ts'
import { discardCanary } from './discard-canary.ts'
import { promoteCanary } from './promote-canary.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }
const tenth = { percentTraffic: 10, stageVariableOverrides: {} }

/** The stage as gateways are told of it. */
function wanted(core: TestCore) {
  return core.sync.state().stages.find(({ stage }) => stage === 'prod')!
}

/** `prod` serves the first deployment, and the second is its canary. */
async function withCanary(core: CommandContext, canary = tenth) {
  await makePets(core)
  const live = await deploy(core, prod)
  await edit(core, { httpMethod: 'POST' })
  return { live, tried: await deploy(core, { ...prod, canary }) }
}

const stageOf = async (core: CommandContext) =>
  getStage(core.db, { ...(await core.db.api.findUniqueOrThrow({ where: { slug: 'pets' } })) }, 'prod')

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('a canary is deployed beside what the stage serves, which stays as it is', async () => {
    await using core = await openTestCore(open)
    const { live, tried } = await withCanary(core, {
      ...tenth,
      stageVariableOverrides: { backend: 'next.example.com' },
    })
    expect(tried).toMatchObject({ kind: 'canary', version: 2 })
    expect(wanted(core)).toMatchObject({
      deployment: live.id,
      version: 1,
      settings: { variables: {} },
      canary: {
        deployment: tried.id,
        version: 2,
        percentTraffic: 10,
        variables: { backend: 'next.example.com' },
      },
    })
    expect(wanted(core).canary!.bundle).not.toBe(wanted(core).bundle)
  })

  test.skipIf(skip)('percentage, variables and who stays are settings: whom it is for stays', async () => {
    await using core = await openTestCore(open)
    const { tried } = await withCanary(core)
    const before = wanted(core).canary!
    await updateStage(core, { ...prod, variables: { backend: 'a', mode: 'fast' } })
    await changeCanary(core, {
      ...prod,
      deploymentId: tried.id,
      percentTraffic: 0.5,
      stageVariableOverrides: { backend: 'b' },
      sticky: { by: 'cookie', name: 'session' },
    })
    expect(wanted(core).canary).toEqual({
      ...before,
      percentTraffic: 0.5,
      sticky: { by: 'cookie', name: 'session' },
      variables: { backend: 'b', mode: 'fast' },
    })
    await changeCanary(core, { ...prod, sticky: null })
    expect(wanted(core).canary).toMatchObject({ percentTraffic: 0.5, variables: { backend: 'b' } })
    expect(wanted(core).canary).not.toHaveProperty('sticky')
    await edit(core, { summary: 'Another' })
    await deploy(core, { ...prod, canary: tenth })
    expect(wanted(core).canary).toMatchObject({ version: 3, percentTraffic: 10, seed: before.seed })
  })

  test.skipIf(skip)('promoted, the stage serves it with its variables', async () => {
    await using core = await openTestCore(open)
    const { live, tried } = await withCanary(core, { ...tenth, stageVariableOverrides: { backend: 'b' } })
    await updateStage(core, { ...prod, variables: { backend: 'a', mode: 'fast' } })
    const bundle = wanted(core).canary!.bundle
    const promoted = await promoteCanary(core, { ...prod, deploymentId: tried.id, from: live.id })
    expect(promoted).toMatchObject({ kind: 'promote', version: 3, snapshotRoot: tried.snapshotRoot })
    expect(JSON.parse(promoted.changes)).toEqual({ added: 0, changed: 1, removed: 0 })
    expect(wanted(core)).toMatchObject({
      bundle,
      version: 3,
      settings: { variables: { backend: 'b', mode: 'fast' } },
    })
    expect(wanted(core)).not.toHaveProperty('canary')
    const stage = await stageOf(core)
    expect(stage).toMatchObject({ canary: null, canaryDeploymentId: null, deploymentId: promoted.id })
    expect(variablesOf(stage)).toEqual({ backend: 'b', mode: 'fast' })
  })

  test.skipIf(skip)(
    'a rollback takes the variables of a promotion back, and undoing it sets them again',
    async () => {
      await using core = await openTestCore(open)
      const overrides = { backend: 'b', mode: 'slow', extra: 'x' }
      const { live, tried } = await withCanary(core, { ...tenth, stageVariableOverrides: overrides })
      await updateStage(core, { ...prod, variables: { backend: 'a', mode: 'fast', own: 'y' } })
      const promoted = await promoteCanary(core, { ...prod, deploymentId: tried.id, from: live.id })
      // Somebody's own since: it stays.
      await updateStage(core, { ...prod, variables: { backend: 'b', mode: 'mine', extra: 'x', own: 'y' } })
      const back = await rollback(core, { ...prod, deployment: live.id })
      expect(back.version).toBe(4)
      expect(wanted(core).settings?.variables).toEqual({ backend: 'a', mode: 'mine', own: 'y' })
      await rollback(core, { ...prod, deployment: promoted.id })
      expect(wanted(core).settings?.variables).toEqual({ backend: 'b', mode: 'mine', extra: 'x', own: 'y' })
      const views = await presentDeployments(core.db, { slug: 'pets' })
      expect(views.map(({ variables }) => variables)).toEqual([
        ['backend', 'extra'],
        ['backend', 'extra'],
        ['backend', 'extra', 'mode'],
        [],
        [],
      ])
      const entries = await core.db.auditEntry.findMany({
        where: { action: { in: ['promote', 'rollback'] } },
      })
      expect(
        entries.map(({ data }) => (JSON.parse(data ?? '') as { variables: string[] }).variables),
      ).toEqual([
        ['backend', 'extra', 'mode'],
        ['backend', 'extra'],
        ['backend', 'extra'],
      ])
      for (const { data } of entries) expect(data).not.toContain('slow')
    },
  )

  test.skipIf(skip)('discarded, all is as before, and the history has what was tried', async () => {
    await using core = await openTestCore(open)
    const { live } = await withCanary(core, { ...tenth, stageVariableOverrides: { backend: 'b' } })
    await discardCanary(core, prod)
    expect(wanted(core)).toMatchObject({ deployment: live.id, settings: { variables: {} } })
    expect(wanted(core)).not.toHaveProperty('canary')
    await expect(discardCanary(core, prod)).rejects.toMatchObject({ code: 'CANARY_NOT_FOUND' })
    await expect(promoteCanary(core, prod)).rejects.toMatchObject({ code: 'CANARY_NOT_FOUND' })
    const kinds = await core.db.deployment.findMany({ orderBy: { version: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual(['deploy', 'canary'])
    // The draft is staged as it was, and may be deployed.
    expect(await deploy(core, prod)).toMatchObject({ kind: 'deploy', version: 3 })
  })

  test.skipIf(skip)('a stage that serves nothing has no canary', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await expect(deploy(core, { ...prod, canary: tenth })).rejects.toMatchObject({
      code: 'CANARY_NEEDS_DEPLOYMENT',
    })
    expect(await core.db.deployment.count()).toBe(0)
  })

  test.skipIf(skip)(
    'nothing is deployed past a canary, but what the stage serves can be rolled back',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const first = await deploy(core, prod)
      await edit(core, { summary: 'Second' })
      const second = await deploy(core, prod)
      await edit(core, { summary: 'Third' })
      const tried = await deploy(core, { ...prod, canary: tenth })
      await edit(core, { summary: 'Fourth' })
      await expect(deploy(core, prod)).rejects.toMatchObject({
        code: 'CANARY_PRESENT',
        details: { deployment: tried.id, percentTraffic: 10 },
      })
      const back = await rollback(core, { ...prod, deployment: first.id })
      expect(wanted(core)).toMatchObject({ deployment: back.id, canary: { deployment: tried.id } })
      // What promoting it would change is not what was looked at.
      await expect(
        promoteCanary(core, { ...prod, deploymentId: tried.id, from: second.id }),
      ).rejects.toMatchObject({ code: 'CANARY_STALE', details: { canary: tried.id, live: back.id } })
    },
  )

  test.skipIf(skip)('the same content deployed again as the canary sets its settings alone', async () => {
    await using core = await openTestCore(open)
    const { tried } = await withCanary(core)
    await expect(deploy(core, { ...prod, canary: { ...tenth, percentTraffic: 30 } })).rejects.toMatchObject({
      code: 'NOTHING_TO_DEPLOY',
      details: { deployment: tried.id },
    })
    expect(wanted(core).canary).toMatchObject({ deployment: tried.id, percentTraffic: 30 })
    expect(await core.db.deployment.count()).toBe(2)
  })

  test.skipIf(skip)(
    'a stage is served where its canary is as well, and again once that is gone',
    async () => {
      await using core = await openTestCore(open)
      await withCanary(core)
      const closing = new AbortController()
      const stream = core.sync.connect('one', closing.signal)[Symbol.asyncIterator]()
      await stream.next()
      const acknowledge = (canary: Ack['stages'][number]['canary']) => {
        const { revision } = core.sync.state()
        const stage = { api: 'pets', stage: 'prod', bundle: wanted(core).bundle, ...(canary && { canary }) }
        core.sync.acknowledge({ node: 'one', revision, url: 'http://one', stages: [stage] })
        return core.sync.status('pets', 'prod')
      }
      const bundle = wanted(core).canary!.bundle
      expect(acknowledge(undefined)).toMatchObject({ nodes: { serving: 0, total: 1 }, problem: null })
      const error = { code: 'BUNDLE_INVALID', message: 'The bundle is damaged.' }
      expect(acknowledge({ bundle: null, error })).toMatchObject({
        nodes: { serving: 0, total: 1 },
        problem: 'The bundle is damaged.',
      })
      expect(acknowledge({ bundle })).toMatchObject({ nodes: { serving: 1, total: 1 } })
      await discardCanary(core, prod)
      expect(core.sync.status('pets', 'prod')).toMatchObject({ nodes: { serving: 0, total: 1 } })
      expect(acknowledge(undefined)).toMatchObject({ nodes: { serving: 1, total: 1 } })
      closing.abort()
      await stream.next()
    },
  )

  test.skipIf(skip)(
    'both sides are told apart by what callers got, since they stand beside each other',
    async () => {
      await using core = await openTestCore(open)
      const { tried } = await withCanary(core)
      const from = tried.createdAt.getTime()
      const record = (at: number, status: number, durationMs: number, canary: boolean) => ({
        id: crypto.randomUUID(),
        at: new Date(at),
        api: 'pets',
        stage: 'prod',
        data: JSON.stringify({ status, durationMs, ...(canary && { canary }) }),
      })
      await core.db.requestLog.createMany({
        data: [
          record(from - 1, 500, 1, false),
          record(from + 1, 200, 10, false),
          record(from + 2, 404, 20, false),
          record(from + 3, 502, 30, true),
        ],
      })
      const { base, canary } = await presentCanaryTraffic(core, prod)
      expect(base).toEqual({
        version: 1,
        requests: 2,
        clientErrors: 1,
        serverErrors: 0,
        medianMs: 15,
        p95Ms: 19.5,
      })
      expect(canary).toMatchObject({
        version: 2,
        requests: 1,
        clientErrors: 0,
        serverErrors: 1,
        medianMs: 30,
      })
    },
  )
})
