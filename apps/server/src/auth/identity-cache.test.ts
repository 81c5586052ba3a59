import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { createIdentityCache } from './identity-cache.ts'

const ada = { kind: 'user', id: 'usr_ada' } as Actor
const found = async () => ada
const gone = async () => null

test('who was found is known for five seconds, who was not is looked for again', async () => {
  let now = 0
  const identities = createIdentityCache(() => now)
  expect(await identities.identify('a', gone)).toBeNull()
  expect(await identities.identify('a', found)).toBe(ada)
  expect(await identities.identify('a', gone)).toBe(ada)
  now = 5_000
  expect(await identities.identify('a', gone)).toBeNull()
})

test('who is revoked is not remembered, even if the database was asked before', async () => {
  const identities = createIdentityCache(() => 0)
  await identities.identify('a', async () => {
    identities.clear()
    return ada
  })
  expect(await identities.identify('a', gone)).toBeNull()
})
