import { closeDatabases, databases } from '@penstock/testkit'
import { loadBundle } from '@penstock/bundle'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Author } from '../../store/audit.ts'
import { collectContent } from '../../store/collect-content.ts'
import { createCore } from '../../core.ts'
import { edit, makePets, openTestCore, type TestCore } from '../core.fixture.ts'
import { presentRequestConsequences } from '../../presenters/consequences.ts'
import { presentRequestContent, presentRequestText } from '../../presenters/contents.ts'
import { presentDeployRequest, presentDeployRequests } from '../../presenters/deploy-requests.ts'
import { presentDeployments } from '../../presenters/deployments.ts'
import { countWaitingRequests } from '../../presenters/waiting-requests.ts'
import { acknowledgeChanges } from '../acknowledge-changes.ts'
import { deploy } from '../deploy.ts'
import { overrideCheck } from '../override-check.ts'
import { rollback } from '../rollback.ts'
import { updateStage } from '../update-stage.ts'
import { changeComment } from './change-comment.ts'
import { closeRequest } from './close-request.ts'
import { commentRequest } from './comment-request.ts'
import { deployRequest, revertWindowMs } from './deploy-request.ts'
import { endRevert } from './end-revert.ts'
import { openRequest } from './open-request.ts'
import { rebaseRequest } from './rebase-request.ts'
import { revertRequest } from './revert-request.ts'
import { runDueRequests } from './run-due-requests.ts'
import { scheduleRequest } from './schedule-request.ts'
import { voteRequest } from './vote-request.ts'

afterAll(closeDatabases)

const slug = 'pets'
const prod = { slug, stage: 'prod' }
const grace: Author = { kind: 'user', id: 'usr_grace', name: 'grace@example.com', source: 'console' }
/** Who reads, and has not voted. */
const reader = { ...grace, source: 'console', role: 'member' } as const

function as(core: TestCore, actor: Author): TestCore {
  return { ...core, actor }
}

const row = (core: TestCore, number: number) =>
  core.db.deployRequest.findFirstOrThrow({ where: { number }, include: { votes: true, comments: true } })
const liveVersion = async (core: TestCore) =>
  (await core.db.stage.findFirstOrThrow({ where: { name: 'prod' }, include: { deployment: true } }))
    .deployment!.version

/** `GET /pets` is live on prod, which asks for this many approvals; "List all pets" is staged. */
async function guarded(core: TestCore, requiredApprovals = 1) {
  await makePets(core)
  const first = await deploy(core, prod)
  await updateStage(core, { ...prod, requiredApprovals })
  await edit(core, { summary: 'List all pets' })
  return first
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'a stage that asks for approvals is deployed to by requests only, and a rollback is no way round',
    async () => {
      await using core = await openTestCore(open)
      const first = await guarded(core)
      await expect(deploy(core, prod)).rejects.toMatchObject({
        code: 'APPROVAL_REQUIRED',
        message: expect.stringContaining('penstock deploy pets prod --request'),
      })
      const elsewhere = await deploy(core, { slug, stage: 'dev', createStage: true })
      const sneaked = rollback(core, { ...prod, deployment: elsewhere.id })
      await expect(sneaked).rejects.toMatchObject({ code: 'ROLLBACK_NOT_REVIEWED' })
      expect(await liveVersion(core)).toBe(first.version)
      // Where nobody has to approve, nothing is in the way.
      await updateStage(core, { ...prod, requiredApprovals: 0 })
      await deploy(core, prod)
    },
  )

  test.skipIf(skip)('what was reviewed is deployed, whatever became of the draft', async () => {
    await using core = await openTestCore(open)
    await guarded(core)
    const number = await openRequest(core, { ...prod, title: 'Better words' })
    const { planHash, snapshotRoot } = await row(core, number)
    await edit(core, { httpMethod: 'POST' })
    await voteRequest(as(core, grace), { slug, number, verdict: 'approve', planHash })
    await collectContent(core.db)
    const made = await deployRequest(core, { slug, number, planHash })
    expect(made).toMatchObject({ planHash, snapshotRoot, requestNumber: number, description: 'Better words' })
    expect(JSON.parse(made!.verdicts!)).toMatchObject({ breaking: 0 })
    const history = await presentDeployments(core.db, { slug })
    expect(history.map(({ approvedBy }) => approvedBy)).toMatchObject([
      [{ name: 'grace@example.com', actor: { kind: 'user', id: 'usr_grace' } }],
      [],
    ])
    const state = core.sync.state().stages.find(({ stage }) => stage === 'prod')!
    const { routes } = loadBundle(await core.sync.bundle(state.bundle!), state.bundle!)
    expect(routes.map(({ method }) => method)).toEqual(['GET'])
  })

  test.skipIf(skip)(
    'nobody approves their own plan, not with a token either, and everybody counts once',
    async () => {
      await using core = await openTestCore(open)
      await guarded(core, 2)
      const now = core.clock.now()
      await core.db.user.create({
        data: {
          id: 'usr_ada',
          email: 'ada@example.com',
          name: 'Ada',
          role: 'admin',
          passwordHash: '',
          createdAt: now,
        },
      })
      const tokens = [
        { id: 'tok_ada', userId: 'usr_ada' },
        { id: 'tok_ci', userId: null },
      ]
      for (const token of tokens)
        await core.db.apiToken.create({
          data: { ...token, name: token.id, tokenHash: token.id, prefix: 'pst', createdAt: now },
        })
      const token = (id: string): Author => ({ kind: 'token', id, name: id, source: 'api' })
      const number = await openRequest(core, { ...prod, title: 'Words' })
      const vote = (actor: Author, verdict: 'approve' | 'request-changes' = 'approve') =>
        voteRequest(as(core, actor), { slug, number, verdict })
      await expect(vote(core.actor)).rejects.toMatchObject({ code: 'OWN_DEPLOY_REQUEST' })
      await expect(vote(token('tok_ada'))).rejects.toMatchObject({ code: 'OWN_DEPLOY_REQUEST' })
      await expect(vote(token('tok_ci'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await vote(grace)
      await vote(grace)
      await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
        code: 'DEPLOY_REQUEST_UNAPPROVED',
        message: expect.stringContaining('1 of 2 approvals given'),
      })
      const alan = { ...grace, id: 'usr_alan', name: 'alan@example.com' }
      await vote(alan, 'request-changes')
      await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
        message: expect.stringContaining('1 person asks for changes'),
      })
      await vote(alan)
      expect(await deployRequest(core, { slug, number })).toMatchObject({ version: 2 })
    },
  )

  test.skipIf(skip)('whoever opens a request as nobody does not approve it alone as themselves', async () => {
    await using core = await openTestCore(open)
    await guarded(core)
    const now = core.clock.now()
    await core.db.apiToken.create({
      data: { id: 'tok_ci', userId: null, name: 'ci', tokenHash: 'ci', prefix: 'pst', createdAt: now },
    })
    const ci: Author = { kind: 'token', id: 'tok_ci', name: 'ci', source: 'api' }
    const number = await openRequest(as(core, ci), { ...prod, title: 'Words' })
    const approve = (actor: Author) => voteRequest(as(core, actor), { slug, number, verdict: 'approve' })
    await approve(core.actor)
    await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_UNAPPROVED',
      message: expect.stringContaining('1 of 2 approvals given, one more since a token of nobody'),
    })
    expect(await presentDeployRequest(core, reader, { slug, number })).toMatchObject({
      state: 'open',
      requiredApprovals: 2,
    })
    expect(await countWaitingRequests(core, reader, { slug })).toBe(1)
    await approve(grace)
    expect(await deployRequest(core, { slug, number })).toMatchObject({ version: 2 })
  })

  test.skipIf(skip)('a check that is raised while a request is deployed makes its plan stale', async () => {
    await using core = await openTestCore(open)
    await guarded(core)
    const number = await openRequest(core, { ...prod, title: 'Words' })
    await voteRequest(as(core, grace), { slug, number, verdict: 'approve' })
    const preparing = vi.spyOn(core.sync, 'prepareSnapshot').mockImplementationOnce(() =>
      overrideCheck(core, {
        slug,
        check: 'documentation-changed',
        level: 'breaking',
        reason: 'Words sell',
      }),
    )
    await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_STALE',
    })
    preparing.mockRestore()
    expect(await liveVersion(core)).toBe(1)
  })

  test.skipIf(skip)('a plan whose base moved is refused until it is planned and approved again', async () => {
    await using core = await openTestCore(open)
    const first = await guarded(core)
    const number = await openRequest(core, { ...prod, title: 'Words' })
    await voteRequest(as(core, grace), { slug, number, verdict: 'approve' })
    // Somebody else's request goes first, and is rolled back after.
    const other = await openRequest(as(core, grace), { ...prod, title: 'Theirs' })
    await voteRequest(core, { slug, number: other, verdict: 'approve' })
    await deployRequest(core, { slug, number: other })
    await rollback(core, { ...prod, deployment: first.id })
    await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_STALE',
    })
    const before = await row(core, number)
    await rebaseRequest(as(core, grace), { slug, number })
    expect(await row(core, number)).toMatchObject({ round: 2, state: 'open' })
    await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_UNAPPROVED',
    })
    // Who was reading the old plan neither approves nor deploys the new one.
    const late = { slug, number, planHash: before.planHash }
    const stale = { code: 'DEPLOY_REQUEST_STALE' }
    await expect(presentRequestContent(core, late)).rejects.toMatchObject(stale)
    await expect(presentRequestText(core, { ...late, record: 'met_list' })).rejects.toMatchObject(stale)
    await expect(presentRequestConsequences(core, late)).rejects.toMatchObject(stale)
    const { planHash } = await row(core, number)
    await expect(presentRequestContent(core, { ...late, planHash })).resolves.toHaveProperty('records')
    await expect(voteRequest(as(core, grace), { ...late, verdict: 'approve' })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_STALE',
    })
    // Whoever planned it again does not approve it either.
    await expect(voteRequest(as(core, grace), { slug, number, verdict: 'approve' })).rejects.toMatchObject({
      code: 'OWN_DEPLOY_REQUEST',
    })
    await voteRequest(as(core, { ...grace, id: 'usr_alan' }), { slug, number, verdict: 'approve' })
    await deployRequest(core, { slug, number })
  })

  test.skipIf(skip)('one click puts back what was live before, for half an hour', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z')
    await using core = await openTestCore(open, { clock: { now: () => new Date(now) } })
    const first = await guarded(core, 0)
    const number = await openRequest(core, { ...prod, title: 'Words' })
    await deployRequest(core, { slug, number })
    now += revertWindowMs - 1
    expect(await revertRequest(core, { slug, number })).toMatchObject({
      kind: 'rollback',
      snapshotRoot: first.snapshotRoot,
      requestNumber: number,
    })
    expect(await row(core, number)).toMatchObject({ state: 'reverted' })
    await expect(revertRequest(core, { slug, number })).rejects.toMatchObject({ code: 'NOTHING_TO_DEPLOY' })

    const again = await openRequest(core, { ...prod, title: 'Words' })
    await deployRequest(core, { slug, number: again })
    now += revertWindowMs
    await expect(revertRequest(core, { slug, number: again })).rejects.toMatchObject({ code: 'REVERT_ENDED' })
    const third = await openRequest(core, { ...prod, title: 'None', planHash: undefined }).catch(
      (error: unknown) => error,
    )
    expect(third).toMatchObject({ code: 'NOTHING_TO_DEPLOY' })
  })

  test.skipIf(skip)(
    'the next request waits while the last can be reverted, and one waits at a time',
    async () => {
      await using core = await openTestCore(open)
      await guarded(core, 0)
      const first = await openRequest(core, { ...prod, title: 'One' })
      await deployRequest(core, { slug, number: first })
      await edit(core, { summary: 'Two' })
      const second = await openRequest(core, { ...prod, title: 'Two' })
      await edit(core, { summary: 'Three' })
      const third = await openRequest(core, { ...prod, title: 'Three' })
      await core.db.user.create({
        data: {
          id: 'usr_ada',
          email: 'a',
          name: 'Ada',
          role: 'admin',
          passwordHash: '',
          createdAt: new Date(),
        },
      })
      expect(await deployRequest(core, { slug, number: second })).toBe(null)
      expect(await row(core, second)).toMatchObject({ state: 'queued' })
      await expect(deployRequest(core, { slug, number: third })).rejects.toMatchObject({
        code: 'DEPLOY_QUEUE_TAKEN',
        details: { request: second },
      })
      const heard: string[] = []
      const stop = core.live.listen(({ type }) => heard.push(type))
      await runDueRequests(core)
      stop()
      expect(await liveVersion(core)).toBe(2)
      // It is looked for every few seconds: open browsers need not fetch it again each time.
      expect(heard).not.toContain('deploy-request')
      const told: string[] = []
      const stopHearing = core.live.listen(({ type }) => told.push(type))
      await endRevert(core, { slug, number: first })
      stopHearing()
      // That wakes the scheduler: whoever asks is not kept waiting for what others want deployed.
      expect(told).toContain('deploy-request')
      expect(await liveVersion(core)).toBe(2)
      await runDueRequests(core)
      expect(await liveVersion(core)).toBe(3)
      expect(await row(core, second)).toMatchObject({ state: 'deployed' })
    },
  )

  test.skipIf(skip)(
    'a scheduled request is deployed at its time, once, also by servers started later',
    async () => {
      let now = Date.parse('2026-11-22T08:00:00Z')
      const clock = { now: () => new Date(now) }
      await using core = await openTestCore(open, { clock })
      await guarded(core, 0)
      const data = { email: 'a', name: 'Ada', role: 'admin', passwordHash: '', createdAt: clock.now() }
      await core.db.user.create({ data: { id: 'usr_ada', ...data } })
      const number = await openRequest(core, { ...prod, title: 'At night' })
      const at = new Date(now + 60_000)
      await scheduleRequest(core, { slug, number, at })
      await runDueRequests(core)
      expect(await liveVersion(core)).toBe(1)
      now += 60_000
      // Another server on the same database, with nothing in memory.
      await using other = await createCore({ database: core.database, dataDir: core.dataDir, clock })
      await Promise.all([runDueRequests(core), runDueRequests(other), runDueRequests(other)])
      await runDueRequests(core)
      expect(await liveVersion(core)).toBe(2)
      expect(await core.db.deployment.count()).toBe(2)
      expect(await row(core, number)).toMatchObject({ state: 'deployed', scheduledAt: null })
    },
  )

  test.skipIf(skip)('a request that can not be deployed now keeps no other from its time', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z')
    const said: string[] = []
    const log = (message: string) => void said.push(message)
    await using core = await openTestCore(open, { clock: { now: () => new Date(now) }, log })
    const data = { email: 'a', name: 'Ada', role: 'admin', passwordHash: '', createdAt: new Date(now) }
    await core.db.user.create({ data: { id: 'usr_ada', ...data } })
    await guarded(core, 0)
    const at = new Date(now + 1000)
    await scheduleRequest(core, { slug, number: await openRequest(core, { ...prod, title: 'A' }), at })
    await makePets(core, 'cats')
    const other = { slug: 'cats', stage: 'prod' }
    const number = await openRequest(core, { ...other, title: 'B' })
    await scheduleRequest(core, { slug: 'cats', number, at })
    // Neither what it was to be deployed by, nor what it is held with, can be read.
    await core.db.deployRequest.updateMany({ where: { title: 'A' }, data: { deployer: 'broken' } })
    now += 1000
    await runDueRequests(core)
    expect(await core.db.deployRequest.findFirst({ where: { title: 'B' } })).toMatchObject({
      state: 'deployed',
    })
    expect(said).toEqual([
      expect.stringContaining('Deploy request 1 of pets was due and could not be deployed'),
    ])
  })

  test.skipIf(skip)('a schedule that can not be kept opens the request again and says why', async () => {
    let now = Date.parse('2026-11-22T08:00:00Z')
    await using core = await openTestCore(open, { clock: { now: () => new Date(now) } })
    await guarded(core, 0)
    const number = await openRequest(core, { ...prod, title: 'At night' })
    const plan = { slug, number, at: new Date(now + 1000) }
    await scheduleRequest(core, plan)
    now += 1000
    await runDueRequests(core)
    expect(await row(core, number)).toMatchObject({
      state: 'open',
      note: 'ada@example.com, who wanted it deployed, has no access any more.',
    })
    const data = { email: 'a', name: 'Ada', role: 'admin', passwordHash: '', createdAt: new Date(now) }
    await core.db.user.create({ data: { id: 'usr_ada', ...data } })
    await scheduleRequest(core, { ...plan, at: new Date(now + 1000) })
    await edit(core, { summary: 'Something else' })
    await deploy(core, prod)
    now += 1000
    await runDueRequests(core)
    expect(await row(core, number)).toMatchObject({
      state: 'open',
      note: expect.stringContaining('what is live on prod has changed'),
    })
  })

  test.skipIf(skip)('a request waits for those whose approval is missing, and for nobody else', async () => {
    await using core = await openTestCore(open)
    const first = await guarded(core, 2)
    const alan = { ...grace, id: 'usr_alan', name: 'alan@example.com' }
    const waiting = () =>
      Promise.all(
        [core.actor, grace, alan].map((actor) =>
          countWaitingRequests(core, { ...actor, source: 'console', role: 'member' }, { slug }),
        ),
      )
    expect(await waiting()).toEqual([0, 0, 0])
    const number = await openRequest(core, { ...prod, title: 'Words' })
    const vote = (actor: Author, verdict: 'approve' | 'request-changes') =>
      voteRequest(as(core, actor), { slug, number, verdict })
    expect(await waiting()).toEqual([0, 1, 1])
    await vote(grace, 'request-changes')
    // It waits for whoever opened it.
    expect(await waiting()).toEqual([0, 0, 0])
    await vote(grace, 'approve')
    expect(await waiting()).toEqual([0, 0, 1])
    await vote(alan, 'approve')
    expect(await waiting()).toEqual([0, 0, 0])
    // Nobody is asked to approve a plan that holds no more.
    await deployRequest(core, { slug, number })
    await edit(core, { summary: 'List every pet' })
    await openRequest(core, { ...prod, title: 'More words' })
    expect(await waiting()).toEqual([0, 1, 1])
    await rollback(core, { ...prod, deployment: first.id })
    expect(await waiting()).toEqual([0, 0, 0])
  })

  test.skipIf(skip)(
    'a plan that is judged anew waits for nobody and is stale wherever it is listed',
    async () => {
      await using core = await openTestCore(open)
      await guarded(core)
      const number = await openRequest(core, { ...prod, title: 'Words' })
      const said = async () => {
        const [listed] = await presentDeployRequests(core, { slug, limit: 100 })
        const { stale } = await presentDeployRequest(core, reader, { slug, number })
        return { waiting: await countWaitingRequests(core, reader, { slug }), listed: listed?.stale, stale }
      }
      expect(await said()).toEqual({ waiting: 1, listed: null, stale: null })
      // Every open page asks this whenever something happens: what was judged before is not read again.
      const opened = vi.spyOn(core.snapshots, 'definition')
      await countWaitingRequests(core, reader, { slug })
      await presentDeployRequests(core, { slug, limit: 100 })
      expect(opened).not.toHaveBeenCalled()
      opened.mockRestore()
      const check = 'documentation-changed'
      await overrideCheck(core, { slug, check, level: 'breaking', reason: 'We sell words' })
      const anew = 'its changes are judged differently than when it was planned'
      expect(await said()).toEqual({ waiting: 0, listed: anew, stale: anew })
      await overrideCheck(core, { slug, check, level: null, reason: '' })
      expect(await said()).toEqual({ waiting: 1, listed: null, stale: null })
    },
  )

  test.skipIf(skip)(
    'the list has all that are undecided, and what was decided page by page; comments are counted, not read',
    async () => {
      await using core = await openTestCore(open)
      await guarded(core, 0)
      const opened: number[] = []
      for (const title of ['One', 'Two', 'Three', 'Four']) {
        opened.push(await openRequest(core, { ...prod, title }))
      }
      for (const number of opened.slice(1)) await closeRequest(core, { slug, number })
      const mine = { slug, number: 3 }
      const comment = await commentRequest(core, { ...mine, body: 'Why?' })
      await commentRequest(core, { ...mine, body: 'Really?' })
      await changeComment(core, { ...mine, comment, resolved: true })
      const page = await presentDeployRequests(core, { slug, limit: 2 })
      expect(page.map(({ number }) => number)).toEqual([4, 3, 1])
      expect(page[1]).toMatchObject({ comments: 2, unresolved: 1 })
      const next = await presentDeployRequests(core, { slug, limit: 2, cursor: 3 })
      expect(next.map(({ number }) => number)).toEqual([2])
    },
  )

  test.skipIf(skip)('what many requests were judged to be is kept for all of them', async () => {
    await using core = await openTestCore(open)
    await guarded(core)
    for (let number = 1; number <= 60; number++) {
      await edit(core, { summary: `Words ${number}` })
      await openRequest(core, { ...prod, title: `Request ${number}` })
    }
    const list = () => presentDeployRequests(core, { slug, limit: 100 })
    const first = await list()
    expect(first.map(({ stale }) => stale)).toEqual(Array(60).fill(null))
    const read = [vi.spyOn(core.snapshots, 'definition'), vi.spyOn(core.snapshots, 'manifest')]
    expect(await list()).toEqual(first)
    for (const spy of read) expect(spy).not.toHaveBeenCalled()
  })

  test.skipIf(skip)('a request that was deployed shows what was acknowledged then', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await deploy(core, prod)
    await edit(core, { httpMethod: 'POST' })
    const number = await openRequest(core, { ...prod, title: 'Post pets' })
    await acknowledgeChanges(core, { ...prod, changes: ['met_list'], reason: 'Agreed with the app team' })
    const shown = async () =>
      (
        await presentDeployRequest(
          core,
          { ...core.actor, source: 'console', role: 'admin' },
          { slug, number },
        )
      ).plan.changes
    const said = [{ acknowledged: { reason: 'Agreed with the app team', by: 'ada@example.com' } }]
    expect(await shown()).toMatchObject(said)
    await deployRequest(core, { slug, number })
    // What deployments do with the acknowledgements of a plan does not reach what was deployed.
    expect(await core.db.changeAcknowledgement.count()).toBe(0)
    expect(await shown()).toMatchObject(said)
  })

  test.skipIf(skip)('comments stay with what they are on', async () => {
    await using core = await openTestCore(open)
    await guarded(core)
    const number = await openRequest(core, { ...prod, title: 'Words' })
    const comment = await commentRequest(core, { slug, number, body: 'Why?', record: 'met_list' })
    const mine = { slug, number, comment }
    await expect(commentRequest(core, { slug, number, body: 'x', change: 'nothing' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await changeComment(core, { ...mine, body: 'Why so?' })
    await changeComment(core, { ...mine, resolved: true })
    const [held] = (await row(core, number)).comments
    expect(held).toMatchObject({ body: 'Why so?', record: 'met_list', editedAt: expect.any(Date) })
    expect(held!.resolvedAt).not.toBe(null)
    await closeRequest(core, { slug, number })
    await expect(deployRequest(core, { slug, number })).rejects.toMatchObject({
      code: 'DEPLOY_REQUEST_STATE',
    })
    const actions = (await core.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    )
    expect(actions.slice(-5)).toEqual([
      'open-request',
      'comment-request',
      'comment-request',
      'comment-request',
      'close-request',
    ])
  })
})
