import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestCore } from '../commands/core.fixture.ts'
import type { Core } from '../core.ts'
import { account, bootstrap } from './account.fixture.ts'
import type { Actor } from './actor.ts'
import { createToken, findBearer, findToken, revokeToken } from './api-tokens.ts'
import { applyReset, createReset } from './password-resets.ts'
import { changeRole, removeUser } from './users.ts'

afterAll(closeDatabases)

describe.each(databases)('a reset link, on $name', ({ open, skip }) => {
  test.skipIf(skip)('works while whoever made it is an administrator', async () => {
    await using core = await openTestCore(open)
    const root = await bootstrap(core)
    const [ada, bob] = [await account(core, root, 'admin'), await account(core, root, 'member')]
    for (const issuer of [root, ada, await tokenOf(core, ada)]) {
      const token = await link(core, issuer, bob)
      expect((await use(core, token)).id).toBe(bob.id)
    }
  })

  test.skipIf(skip)('ends with the rights of whoever made it, by session or by token', async () => {
    await using core = await openTestCore(open)
    const root = await bootstrap(core)
    const bob = await account(core, root, 'member')
    await account(core, root, 'admin')
    const ends: readonly ((ada: Actor) => Promise<unknown>)[] = [
      ({ id }) => changeRole(core, root, { id, role: 'member' }),
      ({ id }) => removeUser(core, root, id),
    ]
    for (const end of ends) {
      for (const by of ['session', 'token']) {
        const ada = await account(core, root, 'admin')
        const token = await link(core, by === 'session' ? ada : await tokenOf(core, ada), bob)
        await end(ada)
        await expect(use(core, token)).rejects.toMatchObject({ code: 'RESET_LINK_INVALID' })
      }
    }
    const ci = await tokenOf(core, root)
    const token = await link(core, ci, bob)
    await revokeToken(core, root, await findToken(core.db, ci.id))
    await expect(use(core, token)).rejects.toMatchObject({ code: 'RESET_LINK_INVALID' })
  })

  test.skipIf(skip)('is not made by who was an administrator a moment ago', async () => {
    await using core = await openTestCore(open)
    const root = await bootstrap(core)
    const [ada, bob] = [await account(core, root, 'admin'), await account(core, root, 'admin')]
    await changeRole(core, root, { id: ada.id, role: 'member' })
    await expect(link(core, ada, bob)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

async function link(core: Core, by: Actor, { id, name }: Actor): Promise<string> {
  return (await createReset(core, by, { id, email: name })).token
}

function use(core: Core, token: string) {
  return applyReset(core, { token, password: 'after the reset' })
}

async function tokenOf(core: Core, actor: Actor): Promise<Actor> {
  const { token } = await createToken(core, actor, { name: 'ci', role: 'admin' })
  return (await findBearer(core, token))!
}
