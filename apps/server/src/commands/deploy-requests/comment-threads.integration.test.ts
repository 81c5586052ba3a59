import { readFile } from 'node:fs/promises'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { presentDeployRequest, presentDeployRequests } from '../../presenters/deploy-requests.ts'
import type { Author } from '../../store/audit.ts'
import { actorOf } from '../../store/kept-actor.ts'
import { ada, edit, makePets, openTestCore, type TestCore } from '../core.fixture.ts'
import { deploy } from '../deploy.ts'
import { changeComment } from './change-comment.ts'
import { commentRequest } from './comment-request.ts'
import { openRequest } from './open-request.ts'
import { removeComment } from './remove-comment.ts'

afterAll(closeDatabases)

const slug = 'pets'
const prod = { slug, stage: 'prod' }
const one = { slug, number: 1 }
const grace: Author = { kind: 'user', id: 'usr_grace', name: 'grace@example.com', source: 'console' }
const asGrace = (core: TestCore): TestCore => ({ ...core, actor: grace })
const forbidden = { code: 'FORBIDDEN' }
const notFound = { code: 'NOT_FOUND' }

/** Request 1, with a question of Ada's about `GET /pets` that Grace answered. */
async function discussed(core: TestCore) {
  await makePets(core)
  await deploy(core, prod)
  await edit(core, { summary: 'List all pets' })
  await openRequest(core, { ...prod, title: 'Words' })
  const question = await commentRequest(core, { ...one, body: 'Why?', record: 'met_list' })
  const answer = await commentRequest(asGrace(core), { ...one, body: 'Why not?', replyTo: question })
  return { question, answer }
}

const read = async (core: TestCore, as: Author = ada) => {
  const reader = { ...as, source: 'console', role: 'member' } as const
  const { discussion, comments, unresolved } = await presentDeployRequest(core, reader, one)
  const [listed] = await presentDeployRequests(core, { slug, limit: 10 })
  expect(listed).toMatchObject({ comments, unresolved })
  return { discussion, comments, unresolved }
}
const said = async (core: TestCore) => (await read(core)).discussion.map(({ body }) => body)
const audited = async (core: TestCore) => {
  const entries = await core.db.auditEntry.findMany({
    where: { action: 'comment-request' },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ actor, data }) => [actor, JSON.parse(data)] as const)
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('an answer stands in the thread of what it answers, also of another answer', async () => {
    await using core = await openTestCore(open)
    const { question, answer } = await discussed(core)
    await commentRequest(core, { ...one, body: 'I see.', replyTo: answer })
    await commentRequest(core, { ...one, body: 'Something else' })
    const { discussion, comments, unresolved } = await read(core)
    expect(discussion.map(({ body, replyTo }) => [body, replyTo])).toEqual([
      ['Why?', null],
      ['Why not?', question],
      ['I see.', question],
      ['Something else', null],
    ])
    // What is open are questions, not what was said to them.
    expect({ comments, unresolved }).toEqual({ comments: 4, unresolved: 2 })
    expect((await audited(core))[1]).toEqual([
      grace.name,
      expect.objectContaining({ request: 1, comment: answer, thread: question }),
    ])
    const elsewhere = commentRequest(core, { ...one, body: 'x', replyTo: question, record: 'met_list' })
    await expect(elsewhere).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(commentRequest(core, { ...one, body: 'x', replyTo: 'other' })).rejects.toMatchObject(
      notFound,
    )
  })

  test.skipIf(skip)(
    'anybody who may comment resolves a thread and reopens it, and it says who did',
    async () => {
      await using core = await openTestCore(open)
      const { question, answer } = await discussed(core)
      // By any of its comments: it is the thread that is done with.
      await changeComment(asGrace(core), { ...one, comment: answer, resolved: true })
      const { discussion, unresolved } = await read(core)
      expect(unresolved).toBe(0)
      expect(discussion.map(({ resolvedAt }) => resolvedAt !== null)).toEqual([true, false])
      expect(discussion[0]?.resolvedBy).toEqual({ name: grace.name, actor: actorOf(grace) })
      // Who did it first has done it.
      await changeComment(core, { ...one, comment: question, resolved: true })
      expect((await read(core)).discussion).toEqual(discussion)
      await changeComment(core, { ...one, comment: question, resolved: false })
      expect(await read(core)).toMatchObject({ unresolved: 1, discussion: [{ resolvedBy: null }, {}] })
      expect((await audited(core)).slice(2)).toEqual([
        [grace.name, { request: 1, stage: 'prod', title: 'Words', comment: question, resolved: true }],
        [ada.name, { request: 1, stage: 'prod', title: 'Words', comment: question, resolved: false }],
      ])
    },
  )

  test.skipIf(skip)('only its author rewords or deletes a comment', async () => {
    await using core = await openTestCore(open)
    const { question, answer } = await discussed(core)
    const theirs = { ...one, comment: answer }
    await expect(changeComment(core, { ...theirs, body: 'No' })).rejects.toMatchObject(forbidden)
    await expect(removeComment(core, theirs)).rejects.toMatchObject(forbidden)
    // Not half of what was asked.
    await expect(changeComment(core, { ...theirs, body: 'No', resolved: true })).rejects.toMatchObject(
      forbidden,
    )
    expect((await read(core)).unresolved).toBe(1)
    await changeComment(asGrace(core), { ...theirs, body: 'Because.' })
    expect(await said(core)).toEqual(['Why?', 'Because.'])
    await removeComment(asGrace(core), theirs)
    expect(await said(core)).toEqual(['Why?'])
    await expect(removeComment(asGrace(core), theirs)).rejects.toMatchObject(notFound)
    await removeComment(core, { ...one, comment: question })
    expect(await read(core)).toEqual({ discussion: [], comments: 0, unresolved: 0 })
    expect((await audited(core)).at(-1)).toEqual([
      ada.name,
      { request: 1, stage: 'prod', title: 'Words', comment: question, deleted: true },
    ])
  })

  test.skipIf(skip)(
    'what others answered outlives the comment that it answers, whose words are gone',
    async () => {
      await using core = await openTestCore(open)
      const { question, answer } = await discussed(core)
      await removeComment(core, { ...one, comment: question })
      const { discussion, comments, unresolved } = await read(core)
      expect(discussion).toMatchObject([
        { body: '', isDeleted: true, record: 'met_list' },
        { body: 'Why not?', replyTo: question, isDeleted: false },
      ])
      expect({ comments, unresolved }).toEqual({ comments: 1, unresolved: 1 })
      await expect(changeComment(core, { ...one, comment: question, body: 'x' })).rejects.toMatchObject(
        notFound,
      )
      const more = await commentRequest(core, { ...one, body: 'Ah.', replyTo: question })
      await changeComment(core, { ...one, comment: answer, resolved: true })
      expect((await read(core)).unresolved).toBe(0)
      await removeComment(core, { ...one, comment: more })
      await removeComment(asGrace(core), { ...one, comment: answer })
      // Nothing is left to hold.
      expect(await said(core)).toEqual([])
    },
  )

  test.skipIf(skip)('what was resolved before that was kept was resolved by its author', async () => {
    await using core = await openTestCore(open)
    const { question } = await discussed(core)
    await core.db.deployRequestComment.update({
      where: { id: question },
      data: { resolvedAt: core.clock.now() },
    })
    const folder = '../../../../../prisma/migrations/20261123094351_comment_threads/migration.sql'
    const migration = await readFile(new URL(folder, import.meta.url), 'utf8')
    for (const [update] of migration.matchAll(/^UPDATE [^;]*;/gm)) await core.db.$executeRawUnsafe(update)
    const [first, second] = (await read(core)).discussion
    expect(first?.resolvedBy).toEqual({ name: ada.name, actor: actorOf(ada) })
    expect(second?.resolvedBy).toBe(null)
  })
})
