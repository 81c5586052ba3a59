import { expect, test } from 'vitest'
import { makePets } from '../commands/core.fixture.ts'
import { testApp } from '../http/app.fixture.ts'
import { audit } from '../store/audit.ts'
import { presentAudit, presentAuditActors } from './audit.ts'

const author = { name: 'ada@example.com', source: 'console' }

test('pages follow each other without a gap or a repetition, also within one moment', async () => {
  await using server = await testApp()
  const { db } = server.core
  const at = new Date()
  for (let i = 0; i < 5; i++)
    await audit(db, at, author, { api: null, action: 'create-token', data: { name: `t${i}` } })
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
  await makePets({ ...core, actor: author })
  await core.db.user.create({
    data: {
      id: 'u',
      email: author.name,
      name: 'Ada',
      role: 'admin',
      passwordHash: '',
      createdAt: new Date(),
    },
  })
  await audit(core.db, new Date(), { name: 'ci', source: 'api' }, { api: 'gone', action: 'deploy' })
  const actions = async (asked: Parameters<typeof presentAudit>[1]) =>
    (await presentAudit(core.db, asked)).entries.map(({ actorName, apiName, action }) => ({
      actorName,
      apiName,
      action,
    }))
  expect(await actions({ slug: 'pets' })).toContainEqual({
    actorName: 'Ada',
    apiName: 'Pets',
    action: 'create-api',
  })
  expect(await actions({ actor: 'ci' })).toEqual([{ actorName: null, apiName: null, action: 'deploy' }])
  expect(await actions({ kind: 'deployments' })).toHaveLength(1)
  expect(await actions({ kind: 'access' })).toEqual([])
  expect(await presentAuditActors(core.db)).toEqual(['ada@example.com', 'ci'])
})
