import { readFile } from 'node:fs/promises'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { acknowledgeChanges } from '../commands/acknowledge-changes.ts'
import { ada, edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { changeComment } from '../commands/deploy-requests/change-comment.ts'
import { commentRequest } from '../commands/deploy-requests/comment-request.ts'
import { deployRequest } from '../commands/deploy-requests/deploy-request.ts'
import { openRequest } from '../commands/deploy-requests/open-request.ts'
import { voteRequest } from '../commands/deploy-requests/vote-request.ts'
import { deploy } from '../commands/deploy.ts'
import { overrideCheck } from '../commands/override-check.ts'
import { makePlan } from '../commands/plan.ts'
import { presentDeployRequest } from '../presenters/deploy-requests.ts'
import { presentDeployments } from '../presenters/deployments.ts'
import type { Author } from './audit.ts'
import { actorOf } from './kept-actor.ts'

afterAll(closeDatabases)

const slug = 'pets'
const prod = { slug, stage: 'prod' }
/** Grace's token, from when a token could be named like anybody. */
const disguised: Author = { kind: 'token', id: 'tok_grace', name: ada.name, source: 'api' }
const migration = new URL(
  '../../../../prisma/migrations/20261122165058_actors_of_requests/migration.sql',
  import.meta.url,
)

const reader = { ...ada, source: 'console', role: 'admin' } as const
const detail = (core: TestCore, number: number) => presentDeployRequest(core, reader, { slug, number })

/** A request of somebody else that the token approved, spoke of, and acknowledged the one change of. */
async function discussed(core: TestCore) {
  const asToken = { ...core, actor: disguised }
  await makePets(core)
  await deploy(core, prod)
  const token = { id: disguised.id, name: disguised.name, userId: 'usr_grace', tokenHash: 'x', prefix: 'pst' }
  await core.db.apiToken.create({ data: { ...token, createdAt: core.clock.now() } })
  await edit(core, { httpMethod: 'POST' })
  await overrideCheck(asToken, { slug, check: 'operation-added', level: 'risky', reason: 'New is new' })
  await acknowledgeChanges(asToken, { ...prod, changes: ['met_list'], reason: 'Unused' })
  const author = { ...core, actor: { ...ada, id: 'usr_alan', name: 'alan@example.com' } }
  const number = await openRequest(author, { ...prod, title: 'Post instead' })
  await voteRequest(asToken, { slug, number, verdict: 'approve' })
  const comment = await commentRequest(asToken, { slug, number, body: 'Fine' })
  return { number, comment }
}

const whoDid = async (core: TestCore, number: number) => {
  const { votes, discussion } = await detail(core, number)
  const plan = await makePlan(core, prod)
  const [override] = await core.db.checkOverride.findMany()
  return {
    vote: votes[0]?.actor,
    comment: discussion[0]?.actor,
    acknowledgement: plan.changes[0]?.acknowledged?.actor,
    override: { kind: override?.authorKind, id: override?.authorId },
  }
}
const token = actorOf(disguised)
const allByToken = { vote: token, comment: token, acknowledgement: token, override: token }

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('a token that is named like a person never speaks for that person', async () => {
    await using core = await openTestCore(open)
    const { number, comment } = await discussed(core)
    expect(await whoDid(core, number)).toEqual(allByToken)
    // The person of that name has not voted, and the comment is not theirs to change.
    await voteRequest(core, { slug, number, verdict: 'approve' })
    const { votes, discussion, approvals } = await detail(core, number)
    expect(votes.map(({ name, actor }) => [name, actor])).toEqual([
      [ada.name, token],
      [ada.name, actorOf(ada)],
    ])
    expect(approvals).toBe(2)
    expect(discussion[0]?.isMine).toBe(false)
    await expect(changeComment(core, { slug, number, comment, body: 'No' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await deployRequest(core, { slug, number })
    const [deployed] = await presentDeployments(core.db, prod)
    expect(deployed?.acknowledged.map(({ actor }) => actor)).toEqual([token])
    expect(deployed?.approvedBy.map(({ actor }) => actor)).toEqual([token, actorOf(ada)])
  })

  test.skipIf(skip)('what was said before that was kept gets it from the audit log, or nobody', async () => {
    await using core = await openTestCore(open)
    const { number } = await discussed(core)
    const backFill = async () => {
      const nobody = { authorKind: null, authorId: null }
      await core.db.deployRequestComment.updateMany({ data: { authorKind: null } })
      await core.db.deployRequestVote.updateMany({ data: { actorKind: null, actorId: null } })
      await core.db.changeAcknowledgement.updateMany({ data: nobody })
      await core.db.checkOverride.updateMany({ data: nobody })
      for (const row of await core.db.deployment.findMany()) {
        const kept = JSON.parse(row.acknowledgements) as object[]
        const acknowledgements = JSON.stringify(kept.map((given) => ({ ...given, actor: undefined })))
        await core.db.deployment.update({ where: { id: row.id }, data: { acknowledgements } })
      }
      for (const [update] of (await readFile(migration, 'utf8')).matchAll(/^UPDATE [^;]*;/gm))
        await core.db.$executeRawUnsafe(update)
    }
    await backFill()
    expect(await whoDid(core, number)).toEqual(allByToken)

    await deployRequest(core, { slug, number })
    await edit(core, { httpMethod: 'PUT' })
    await deploy(core, { ...prod, acknowledge: [{ of: 'met_list', reason: 'Unused as well' }] })
    await backFill()
    const given = async () =>
      (await presentDeployments(core.db, prod)).flatMap(({ acknowledged }) =>
        acknowledged.map(({ reason, actor }) => [reason, actor]),
      )
    expect(await given()).toEqual([
      ['Unused as well', actorOf(ada)],
      ['Unused', token],
    ])
    // Where the log does not know, a name proves nothing.
    await core.db.auditEntry.updateMany({ data: { actorId: null, actorKind: null } })
    await backFill()
    expect(await given()).toEqual([
      ['Unused as well', actorOf(ada)],
      ['Unused', null],
    ])
    expect((await detail(core, number)).votes[0]?.actor).toBe(null)
  })
})
