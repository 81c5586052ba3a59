import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBootstrapToken } from './api-tokens.ts'
import { type TestApp, testApp, testHost } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const anna = { email: 'Anna@Example.com', name: 'Anna', password: 'correct horse battery' }

async function trpc(path: string, input: unknown, headers: Record<string, string> = {}) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    headers: { host: testHost, 'content-type': 'application/json', ...headers },
    ...(input === undefined ? {} : { payload: JSON.stringify(input) }),
  })
  const body = answer.json() as {
    result?: { data?: Record<string, unknown> }
    error?: { data: { problem: Record<string, unknown> } }
  }
  return {
    status: answer.statusCode,
    data: body.result?.data,
    problem: body.error?.data.problem,
    text: answer.body,
    cookie: answer.cookies[0],
  }
}

async function session(cookie?: string) {
  const answer = await server.app.inject({
    url: '/trpc/session.get',
    headers: { host: testHost, ...(cookie ? { cookie } : {}) },
  })
  return (answer.json() as { result: { data: { user: { email: string } | null; setupRequired: boolean } } })
    .result.data
}

const cookieOf = ({ cookie }: { cookie?: { name: string; value: string } | undefined }) =>
  `${cookie!.name}=${cookie!.value}`

describe('the first administrator', () => {
  test('is made by the link, once', async () => {
    expect(await session()).toEqual({ user: null, may: [], setupRequired: true })
    const wrong = await trpc('session.setup', { ...anna, token: 'guessed' })
    expect(wrong.problem).toMatchObject({ code: 'SETUP_LINK_INVALID', status: 403 })
    const made = await trpc('session.setup', { ...anna, token: server.setupToken })
    expect(made.data).toMatchObject({
      user: { email: 'anna@example.com', role: 'admin' },
      setupRequired: false,
    })
    expect((await session(cookieOf(made))).user?.email).toBe('anna@example.com')
    const again = await trpc('session.setup', { ...anna, email: 'b@example.com', token: server.setupToken })
    expect(again.problem).toMatchObject({ code: 'SETUP_DONE', status: 409 })
  })

  test('has a password that is stored as Argon2id only', async () => {
    const user = await server.core.db.user.findUniqueOrThrow({ where: { email: 'anna@example.com' } })
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('a session', () => {
  test('is a cookie that scripts and other sites do not get, stored as a hash', async () => {
    const { cookie } = await trpc('session.signIn', anna)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const sessions = await server.core.db.session.findMany()
    expect(JSON.stringify(sessions)).not.toContain(cookie!.value)
  })

  test('ends with signing out', async () => {
    const signedIn = cookieOf(await trpc('session.signIn', anna))
    expect((await session(signedIn)).user).not.toBeNull()
    expect((await trpc('session.signOut', undefined, { cookie: signedIn })).status).toBe(200)
    expect((await session(signedIn)).user).toBeNull()
  })

  test('ends after 30 days', async () => {
    const signedIn = cookieOf(await trpc('session.signIn', anna))
    server.pass(30 * 24 * 60 * 60 * 1000 + 1)
    expect((await session(signedIn)).user).toBeNull()
  })

  test('does not carry calls that another site makes the browser send', async () => {
    const cookie = cookieOf(await trpc('session.signIn', anna))
    const create = (headers: Record<string, string>) =>
      trpc('tokens.create', { name: 'x' }, { cookie, ...headers })
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://penstock.test:9999' },
    ]
    for (const headers of foreign)
      expect((await create(headers)).problem, JSON.stringify(headers)).toMatchObject({ code: 'CROSS_SITE' })
    const ours = { origin: `http://${testHost}`, 'sec-fetch-site': 'same-origin' }
    expect((await create(ours)).status).toBe(200)
  })
})

describe('signing in', () => {
  test('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await trpc('session.signIn', { ...anna, password: 'wrong' })
    const unknown = await trpc('session.signIn', { email: 'nobody@example.com', password: 'wrong' })
    expect(wrong.problem).toMatchObject({ code: 'WRONG_CREDENTIALS' })
    expect(unknown.problem).toMatchObject({ code: 'WRONG_CREDENTIALS', title: wrong.problem?.title })
    expect(wrong.text).not.toMatch(/stack|\.ts:/)
  })

  test('is refused after ten wrong passwords for an account, until five minutes are over', async () => {
    server.pass(600_000)
    for (let i = 0; i < 10; i++) await trpc('session.signIn', { ...anna, password: 'wrong' })
    const refused = await trpc('session.signIn', anna)
    expect(refused.problem).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', status: 429 })
    server.pass(300_001)
    expect((await trpc('session.signIn', anna)).status).toBe(200)
  })
})

describe('an API token', () => {
  test('is shown once, stored as a hash, and stops working when it is revoked', async () => {
    const { json } = await server.call('POST', '/api/v1/tokens', { name: 'ci' })
    const { token, view } = json as { token: string; view: { id: string } }
    expect(token).toMatch(/^pst_[\w-]{43}$/)
    const tokens = await server.core.db.apiToken.findMany()
    expect(JSON.stringify(tokens)).not.toContain(token)
    expect((await server.call('GET', '/api/v1/apis', undefined, token)).status).toBe(200)
    const list = await server.call('GET', '/api/v1/tokens')
    expect(list.text).not.toContain(token)
    expect((await server.call('DELETE', `/api/v1/tokens/${view.id}`)).status).toBe(204)
    expect((await server.call('GET', '/api/v1/apis', undefined, token)).status).toBe(401)
  })

  test('stops working when it expires', async () => {
    const { json } = await server.call('POST', '/api/v1/tokens', { name: 'short', expiresInDays: 1 })
    const token = json.token as string
    expect((await server.call('GET', '/api/v1/apis', undefined, token)).status).toBe(200)
    server.pass(24 * 60 * 60 * 1000 + 1)
    expect((await server.call('GET', '/api/v1/apis', undefined, token)).status).toBe(401)
  })

  const works = async (token: unknown) =>
    (await server.call('GET', '/api/v1/apis', undefined, token as string)).status === 200
  const make = async (by: unknown, input: object) =>
    (await server.call('POST', '/api/v1/tokens', { name: 'made', ...input }, by as string)).json as {
      token: string
      view: { id: string; expiresAt: string | null }
    }

  test('does not outlive the one that made it', async () => {
    const parent = await make(server.token, { expiresInDays: 1 })
    const child = await make(parent.token, {})
    const longer = await make(parent.token, { expiresInDays: 300 })
    expect([child.view.expiresAt, longer.view.expiresAt]).toEqual([
      parent.view.expiresAt,
      parent.view.expiresAt,
    ])
    const grandchild = await make(child.token, {})
    expect(await works(grandchild.token)).toBe(true)
    await server.call('DELETE', `/api/v1/tokens/${parent.view.id}`)
    expect(await Promise.all([child, longer, grandchild].map(({ token }) => works(token)))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('from the environment is revoked when another one takes its place, with those that it made', async () => {
    await using other = await testApp()
    const { json } = await other.call('POST', '/api/v1/tokens', { name: 'made' })
    await ensureBootstrapToken(other.core, 'pst_next')
    other.pass(10_000)
    const status = async (token: unknown) =>
      (await other.call('GET', '/api/v1/apis', undefined, token as string)).status
    expect([await status(other.token), await status(json['token']), await status('pst_next')]).toEqual([
      401, 401, 200,
    ])
  })

  test('of a member does what members may, and makes no token of an administrator', async () => {
    const { json } = await server.call('POST', '/api/v1/tokens', { name: 'member', role: 'member' })
    const member = json.token as string
    expect((await server.call('GET', '/api/v1/apis', undefined, member)).status).toBe(200)
    const more = await server.call('POST', '/api/v1/tokens', { name: 'more', role: 'admin' }, member)
    expect(more.json).toMatchObject({ code: 'FORBIDDEN', status: 403 })
    const removal = await server.call('DELETE', '/api/v1/apis/anything', undefined, member)
    expect(removal.json).toMatchObject({ code: 'FORBIDDEN', title: 'You may not remove APIs.' })
    const users = await trpc(
      'users.create',
      { ...anna, role: 'member' },
      { authorization: `Bearer ${member}` },
    )
    expect(users.status).toBe(403)
  })
})

describe('users', () => {
  test('the last administrator can not be removed; a removed user is out at once', async () => {
    const as = { authorization: `Bearer ${server.token}` }
    const anna_ = await server.core.db.user.findUniqueOrThrow({ where: { email: 'anna@example.com' } })
    const last = await trpc('users.remove', { id: anna_.id }, as)
    expect(last.problem).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    const bob = { email: 'bob@example.com', name: 'Bob', password: 'another long password' }
    const made = await trpc('users.create', { ...bob, role: 'member' }, as)
    expect((await trpc('users.create', { ...bob, role: 'member' }, as)).problem).toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    const cookie = cookieOf(await trpc('session.signIn', bob))
    expect((await session(cookie)).user?.email).toBe('bob@example.com')
    expect((await trpc('users.remove', { id: made.data!.id }, as)).status).toBe(200)
    expect((await session(cookie)).user).toBeNull()
  })
})
