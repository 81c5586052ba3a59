import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { newUserRow } from '../auth/users.ts'
import { ada, makePets, openTestCore } from '../commands/core.fixture.ts'
import { createStage } from '../commands/create-stage.ts'
import { testApp, testHost } from '../http/app.fixture.ts'
import type { LiveEvent } from '../live/event.ts'
import { audit, transactAudited } from './audit.ts'

afterAll(closeDatabases)

function recorder() {
  const told: LiveEvent[] = []
  return { told, announce: (event: LiveEvent) => void told.push(event), [Symbol.dispose]() {} }
}

describe.each(databases)('that the audit log has grown, on $name', ({ open, skip }) => {
  test.skipIf(skip)('is told where an entry was committed, and nowhere else', async () => {
    await using core = await openTestCore(open)
    const announcer = recorder()
    const watched = { db: core.db, announcer }
    const write = { api: null, action: 'create-token' } as const
    await transactAudited(watched, async () => {})
    const failing = transactAudited(watched, async (tx) => {
      await audit(tx, new Date(), ada, write)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(announcer.told).toEqual([])
    await transactAudited(watched, async (tx) => {
      await audit(tx, new Date(), ada, write)
      expect(announcer.told, 'not before it can be read').toEqual([])
    })
    expect(announcer.told).toEqual([{ type: 'activity' }])
  })

  test.skipIf(skip)('is told also when the call fails after that', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const announcer = recorder()
    const live = {
      ...core.live,
      publish() {
        throw new Error('after the commit')
      },
    }
    const call = createStage({ ...core, live, announcer }, { slug: 'pets', name: 'prod' })
    await expect(call).rejects.toThrow('after the commit')
    expect(announcer.told).toEqual([{ type: 'activity' }])
  })
})

test('a sign-in writes no entry and is not told as one, a token that is made is', async () => {
  await using server = await testApp()
  const { core } = server
  const login = { email: 'ada@example.com', password: 'correct horse battery' }
  await core.db.user.create({ data: await newUserRow({ ...login, name: 'Ada' }, 'admin', new Date()) })
  const told: string[] = []
  core.live.listen(({ type }) => void told.push(type))
  const headers = { host: testHost, 'content-type': 'application/json' }
  const answer = await server.app.inject({
    method: 'POST',
    url: '/trpc/session.signIn',
    headers,
    payload: JSON.stringify(login),
  })
  expect(answer.statusCode).toBe(200)
  expect(told).toEqual([])
  await server.call('POST', '/api/v1/tokens', { name: 'ci' })
  expect(told).toEqual(['activity'])
})
