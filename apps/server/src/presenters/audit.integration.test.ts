import { expect, test } from 'vitest'
import { ada, makePets } from '../commands/core.fixture.ts'
import { removeApi } from '../commands/remove-api.ts'
import type { Core } from '../core.ts'
import { testApp } from '../http/app.fixture.ts'
import { type AuditFact, type Author, audit, transactAudited } from '../store/audit.ts'
import { presentAudit, presentAuditActors } from './audit.ts'

const user = {
  id: ada.id,
  email: ada.name,
  name: 'Ada',
  role: 'admin',
  passwordHash: '',
  createdAt: new Date(),
}

function write(core: Core, author: Author, fact: AuditFact, at = new Date()) {
  return transactAudited(core, (tx) => audit(tx, at, author, fact))
}

test('pages follow each other without a gap or a repetition, also within one moment', async () => {
  await using server = await testApp()
  const { db } = server.core
  const at = new Date()
  for (let i = 0; i < 5; i++)
    await write(server.core, ada, { api: null, action: 'create-token', data: { name: `t${i}` } }, at)
  const seen: unknown[] = []
  let cursor: Parameters<typeof presentAudit>[1]['cursor']
  do {
    const page = await presentAudit(db, { limit: 2, cursor })
    seen.push(...page.entries.map(({ data }) => data['name']))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['t4', 't3', 't2', 't1', 't0'])
})

test('entries say what people and APIs are called now, and are found by API, person and kind', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: ada })
  await core.db.user.create({ data: user })
  const ci = { kind: 'token', id: 'tok_ci', name: 'ci', source: 'api' } as const
  const gone = { id: 'gone', slug: 'gone', name: 'Gone' }
  await write(core, ci, { api: gone, action: 'deploy' })
  const actions = async (asked: Parameters<typeof presentAudit>[1]) =>
    (await presentAudit(core.db, asked)).entries.map(({ actorName, apiName, isApiThere, action }) => ({
      actorName,
      apiName,
      isApiThere,
      action,
    }))
  expect(await actions({ slug: 'pets' })).toContainEqual({
    actorName: 'Ada',
    apiName: 'Pets',
    isApiThere: true,
    action: 'create-api',
  })
  expect(await actions({ actor: ci.id })).toEqual([
    { actorName: null, apiName: 'Gone', isApiThere: false, action: 'deploy' },
  ])
  expect(await actions({ kind: 'deployments' })).toHaveLength(1)
  expect(await actions({ kind: 'access' })).toEqual([])
  expect(await presentAuditActors(core.db)).toEqual([
    { id: ada.id, kind: 'user', name: ada.name },
    { id: ci.id, kind: 'token', name: 'ci' },
  ])
})

test('a token that is named like a person is not told as that person', async () => {
  await using server = await testApp()
  const { core } = server
  await core.db.user.create({ data: user })
  const poser = { kind: 'token', id: 'tok_poser', name: ada.name, source: 'api' } as const
  await write(core, poser, { api: null, action: 'remove-user' })
  await write(core, ada, { api: null, action: 'rename-user' })
  const told = (await presentAudit(core.db, { actor: poser.id })).entries
  expect(told).toMatchObject([{ action: 'remove-user', actorKind: 'token', actorName: null }])
  const hers = (await presentAudit(core.db, { actor: ada.id })).entries
  expect(hers).toMatchObject([{ action: 'rename-user', actorKind: 'user', actorName: 'Ada' }])
  expect(await presentAuditActors(core.db)).toMatchObject([{ kind: 'token' }, { kind: 'user' }])
})

test('an API that takes the slug of one that is gone does not take its entries', async () => {
  await using server = await testApp()
  const context = { ...server.core, actor: ada }
  await makePets(context)
  await removeApi(context, { slug: 'pets' })
  await makePets(context)
  const api = await context.db.api.update({ where: { slug: 'pets' }, data: { name: 'Cats' } })
  const { entries } = await presentAudit(context.db, { slug: 'pets' })
  const [now, before] = [
    entries.filter(({ apiId }) => apiId === api.id),
    entries.filter(({ apiId }) => apiId !== api.id),
  ]
  expect(now.map(({ apiName, isApiThere }) => ({ apiName, isApiThere }))).toEqual([
    { apiName: 'Cats', isApiThere: true },
    { apiName: 'Cats', isApiThere: true },
  ])
  expect(before.map(({ action, apiName, isApiThere }) => ({ action, apiName, isApiThere }))).toEqual([
    { action: 'remove-api', apiName: 'Pets', isApiThere: false },
    { action: 'edit', apiName: 'Pets', isApiThere: false },
    { action: 'create-api', apiName: 'Pets', isApiThere: false },
  ])
})
