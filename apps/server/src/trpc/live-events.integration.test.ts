import { expect, test } from 'vitest'
import { account, bootstrap } from '../auth/account.fixture.ts'
import type { Actor } from '../auth/actor.ts'
import { changeRole } from '../auth/users.ts'
import { type TestApp, testApp } from '../http/app.fixture.ts'
import { createShell, type Shell } from '../http/shell.ts'
import type { LiveEvent } from '../live/event.ts'
import { appRouter } from './router.ts'

test('whose role changes hears that their session did, and nobody else does', async () => {
  await using server = await testApp()
  const { core } = server
  const root = await bootstrap(core)
  const [ada, bob] = [await account(core, root, 'member'), await account(core, root, 'member')]
  const [hers, his] = [until(await open(server, ada), 'nodes'), until(await open(server, bob), 'nodes')]
  await changeRole(core, root, { id: ada.id, role: 'admin' })
  core.live.publish({ type: 'nodes' })
  expect(await hers).toContainEqual({ type: 'session', user: ada.id })
  expect(await his).not.toContainEqual(expect.objectContaining({ type: 'session' }))
})

test('what was revoked between asking who calls and opening the stream ends the stream', async () => {
  await using server = await testApp()
  const ada = await account(server.core, await bootstrap(server.core), 'member')
  const stream = await open(server, ada, (shell) => shell.identities.clear())
  await expect(stream.next()).rejects.toThrow('aborted')
})

test('nobody is seen in an API that is not there', async () => {
  await using server = await testApp()
  const ada = await account(server.core, await bootstrap(server.core), 'member')
  const shown = callerOf(server, ada).presence.show({ slug: 'invented', tab: 'a', selected: [] })
  await expect(shown).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(server.core.roster.of('invented')).toEqual([])
})

/** `meanwhile` happens after it was found out who calls. */
async function open(server: TestApp, actor: Actor, meanwhile?: (shell: Shell) => void) {
  return (await callerOf(server, actor, meanwhile).live.events({}))[Symbol.asyncIterator]()
}

function callerOf({ core }: TestApp, actor: Actor, meanwhile: (shell: Shell) => void = () => {}) {
  const shell = createShell({
    gatewayToken: '',
    gatewayDomain: 'gateway.localhost',
    gatewayPort: 9080,
    importLimit: 1_000_000,
    closing: new AbortController().signal,
    now: Date.now,
  })
  const revoked = shell.identities.cleared()
  meanwhile(shell)
  const session = { token: undefined, set() {}, clear() {} }
  return appRouter.createCaller({
    core,
    shell,
    actor,
    revoked,
    requestId: 'r',
    origin: '',
    ip: '::1',
    session,
  })
}

/** What is told until an event of this type. */
async function until(stream: Awaited<ReturnType<typeof open>>, type: LiveEvent['type']) {
  const told: LiveEvent[] = []
  for (;;) {
    const { value, done } = await stream.next()
    if (done) return told
    // As the procedure yields it; only the link of a client makes the object of it that the type tells.
    const [, event] = value as unknown as readonly [string, LiveEvent]
    told.push(event)
    if (event.type === type) return told
  }
}
