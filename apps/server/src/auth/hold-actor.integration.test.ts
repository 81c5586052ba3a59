import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestCore } from '../commands/core.fixture.ts'
import { account, bootstrap } from './account.fixture.ts'
import type { Actor } from './actor.ts'
import { createToken, findBearer } from './api-tokens.ts'
import { changeRole, removeUser } from './users.ts'

afterAll(closeDatabases)

describe.each(databases)(
  'what another server still takes for an administrator, on $name',
  ({ open, skip }) => {
    test.skipIf(skip)('gets no token of an administrator once demoted, by session or by token', async () => {
      await using core = await openTestCore(open)
      const root = await bootstrap(core)
      const ada = await account(core, root, 'admin')
      await account(core, root, 'admin')
      const { token } = await createToken(core, ada, { name: 'ci', role: 'admin' })
      const ci = (await findBearer(core, token))!
      await changeRole(core, root, { id: ada.id, role: 'member' })
      for (const stale of [ada, ci])
        await expect(createToken(core, stale, { name: 'kept', role: 'admin' })).rejects.toMatchObject({
          code: 'FORBIDDEN',
        })
      await createToken(core, ada, { name: 'own', role: 'member' })
    })

    test.skipIf(skip)('changes nobody\u2019s account, their own neither', async () => {
      await using core = await openTestCore(open)
      const root = await bootstrap(core)
      const [ada, bob] = [await account(core, root, 'admin'), await account(core, root, 'admin')]
      await changeRole(core, root, { id: ada.id, role: 'member' })
      const refused = { code: 'FORBIDDEN' }
      await expect(changeRole(core, ada, { id: ada.id, role: 'admin' })).rejects.toMatchObject(refused)
      await expect(removeUser(core, ada, bob.id)).rejects.toMatchObject(refused)
      await expect(account(core, ada, 'admin')).rejects.toMatchObject(refused)
    })

    test.skipIf(skip)('gets no token at all once removed', async () => {
      await using core = await openTestCore(open)
      const root = await bootstrap(core)
      const ada = await account(core, root, 'member')
      const { token } = await createToken(core, ada, { name: 'ci', role: 'member' })
      const ci = (await findBearer(core, token))!
      await account(core, root, 'admin')
      await removeUser(core, root, ada.id)
      for (const stale of [ada, ci])
        await expect(createToken(core, stale, { name: 'kept', role: 'member' })).rejects.toMatchObject({
          code: 'UNAUTHENTICATED',
        })
    })

    test.skipIf(skip)('keeps no right that is handed on at the very moment of the demotion', async () => {
      await using core = await openTestCore(open)
      const root = await bootstrap(core)
      await account(core, root, 'admin')
      for (let i = 0; i < 15; i++) {
        const ada = await account(core, root, 'admin')
        const { token } = await createToken(core, ada, { name: 'ci', role: 'admin' })
        const ci = (await findBearer(core, token))!
        const make = (actor: Actor) => createToken(core, actor, { name: 'kept', role: 'admin' })
        const end = () =>
          i % 2 === 0
            ? changeRole(core, root, { id: ada.id, role: 'member' })
            : removeUser(core, root, ada.id)
        const [ended] = await Promise.allSettled([end(), make(ada), make(ci)])
        expect(ended.status).toBe('fulfilled')
        const left = { userId: ada.id, role: 'admin', revokedAt: null }
        expect(await core.db.apiToken.count({ where: left })).toBe(0)
      }
    })

    test.skipIf(skip)('two administrators who remove each other at once: one stays', async () => {
      await using core = await openTestCore(open)
      const root = await bootstrap(core)
      for (let i = 0; i < 10; i++) {
        const [ada, bob] = [await account(core, root, 'admin'), await account(core, root, 'admin')]
        await core.db.user.deleteMany({ where: { id: { notIn: [ada.id, bob.id] } } })
        const done = await Promise.allSettled([removeUser(core, ada, bob.id), removeUser(core, bob, ada.id)])
        expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
          reason: { code: 'UNAUTHENTICATED' },
        })
      }
    })
  },
)
