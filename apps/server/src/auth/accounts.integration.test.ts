import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp, testHost } from '../http/app.fixture.ts'

let server: TestApp
let administrator: Record<string, string>
beforeAll(async () => {
  server = await testApp()
  administrator = { authorization: `Bearer ${server.token}` }
})
afterAll(() => server[Symbol.asyncDispose]())

const day = 24 * 60 * 60 * 1000

async function trpc(path: string, input: unknown, headers: Record<string, string> = {}) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    headers: { host: testHost, 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(input),
  })
  const body = answer.json() as {
    result?: { data?: Record<string, unknown> }
    error?: { data: { problem: Record<string, unknown> } }
  }
  const [cookie] = answer.cookies
  return {
    status: answer.statusCode,
    data: body.result?.data,
    problem: body.error?.data.problem,
    cookie: `${cookie?.name}=${cookie?.value}`,
  }
}

async function whoIs(cookie: string) {
  const answer = await server.app.inject({ url: '/trpc/session.get', headers: { host: testHost, cookie } })
  const { result } = answer.json() as { result: { data: { user: { name: string; role: string } | null } } }
  return result.data.user
}

const password = 'correct horse battery'
let made = 0
/** An account of its own for each test. */
async function account(role: 'admin' | 'member') {
  const email = `user${++made}@example.com`
  const { data } = await trpc('users.create', { email, name: 'Ada', password, role }, administrator)
  const signIn = (as = password) => trpc('session.signIn', { email, password: as })
  const { cookie } = await signIn()
  return { id: data!['id'] as string, email, cookie, signIn }
}

const works = async (token: string) =>
  (await server.call('GET', '/api/v1/apis', undefined, token)).status === 200

describe('changing one\u2019s own password', () => {
  const change = (cookie: string, current: string, next: string) =>
    trpc('account.changePassword', { current, password: next }, { cookie })

  test('signs out every other session, keeps this one, and the old password opens nothing any more', async () => {
    const ada = await account('member')
    const { cookie: other } = await ada.signIn()
    expect((await change(ada.cookie, password, 'a new long password')).status).toBe(200)
    expect(await whoIs(ada.cookie)).not.toBeNull()
    expect(await whoIs(other)).toBeNull()
    expect((await ada.signIn()).problem).toMatchObject({ code: 'WRONG_CREDENTIALS' })
    expect((await ada.signIn('a new long password')).status).toBe(200)
  })

  test('needs the current one, which can be guessed at ten times in five minutes', async () => {
    const ada = await account('member')
    for (let i = 0; i < 10; i++)
      expect((await change(ada.cookie, 'wrong', 'a new long password')).problem).toMatchObject({
        code: 'WRONG_PASSWORD',
        status: 403,
      })
    expect((await change(ada.cookie, password, 'a new long password')).problem).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    })
  })

  test('takes no password that is too short', async () => {
    const ada = await account('member')
    expect((await change(ada.cookie, password, 'short')).status).toBe(400)
  })

  test('is for people: a program with an API token changes no account', async () => {
    const input = { current: password, password: 'a new long password' }
    const refused = await trpc('account.changePassword', input, administrator)
    expect(refused.problem).toMatchObject({
      status: 403,
      title: 'You may not change an account with an API token.',
    })
    expect((await trpc('account.rename', { name: 'X' }, administrator)).status).toBe(403)
  })
})

test('a session says what its user may do, so that nothing else is offered', async () => {
  const may = async (role: 'admin' | 'member') => {
    const { cookie } = await account(role)
    const answer = await server.app.inject({ url: '/trpc/session.get', headers: { host: testHost, cookie } })
    return (answer.json() as { result: { data: { may: string[] } } }).result.data.may
  }
  expect(await may('admin')).toEqual(expect.arrayContaining(['see users', 'remove APIs', 'deploy APIs']))
  const member = await may('member')
  expect(member).toContain('deploy APIs')
  expect(member, 'in words of what may be done').toContain('change their own account')
  expect(member).not.toContain('see users')
  expect(member).not.toContain('remove APIs')
})

test('a name is changed by whose it is', async () => {
  const ada = await account('member')
  await trpc('account.rename', { name: 'Ada Lovelace' }, { cookie: ada.cookie })
  expect((await whoIs(ada.cookie))?.name).toBe('Ada Lovelace')
})

describe('a reset link', () => {
  const link = async (id: string) => {
    const { url } = (await trpc('users.createResetLink', { id }, administrator)).data as { url: string }
    expect(url).toMatch(`http://${testHost}/reset-password#token=`)
    return { token: url.split('=')[1]! }
  }
  const use = (token: string) => trpc('session.resetPassword', { token, password: 'after the reset' })
  const invalid = { code: 'RESET_LINK_INVALID', status: 403 }

  test('sets a new password once, signs in, and signs out whoever was', async () => {
    const ada = await account('member')
    const { token } = await link(ada.id)
    expect(JSON.stringify(await server.core.db.passwordReset.findMany())).not.toContain(token)
    expect((await ada.signIn()).status, 'the password works until the link is used').toBe(200)
    const used = await use(token)
    expect((await whoIs(used.cookie))?.name).toBe('Ada')
    expect(await whoIs(ada.cookie)).toBeNull()
    expect((await ada.signIn('after the reset')).status).toBe(200)
    expect((await use(token)).problem).toMatchObject(invalid)
  })

  test('ends after a day, with a newer link, and when the password is changed', async () => {
    const [late, twice, changed] = [await account('member'), await account('member'), await account('member')]
    const old = await link(late.id)
    server.pass(day + 1)
    expect((await use(old.token)).problem).toMatchObject(invalid)
    const first = await link(twice.id)
    await link(twice.id)
    expect((await use(first.token)).problem).toMatchObject(invalid)
    const stale = await link(changed.id)
    const cookie = (await changed.signIn()).cookie
    await trpc('account.changePassword', { current: password, password: 'changed meanwhile' }, { cookie })
    expect((await use(stale.token)).problem).toMatchObject(invalid)
  })

  test('begins with the address that browsers reach the server by', async () => {
    await using other = await testApp({ publicUrl: 'https://penstock.example.com/' })
    await other.core.db.user.create({
      data: {
        id: 'u',
        email: 'u@example.com',
        name: 'U',
        role: 'member',
        passwordHash: '',
        createdAt: new Date(),
      },
    })
    const { json } = await other.call('POST', '/trpc/users.createResetLink', { id: 'u' })
    expect(json).toMatchObject({
      result: { data: { url: expect.stringMatching('^https://penstock.example.com/reset-password#token=') } },
    })
  })

  test('is made by administrators only', async () => {
    const [ada, bob] = [await account('member'), await account('member')]
    const refused = await trpc('users.createResetLink', { id: bob.id }, { cookie: ada.cookie })
    expect(refused.problem).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a role', () => {
  const changeRole = (id: string, role: string, headers = administrator) =>
    trpc('users.changeRole', { id, role }, headers)

  test('takes effect with the next call, and tokens never have more rights than who made them', async () => {
    const [keeper, ada] = [await account('admin'), await account('admin')]
    const { data } = await trpc('tokens.create', { name: 'ci', role: 'admin' }, { cookie: ada.cookie })
    const token = data!['token'] as string
    expect((await changeRole(ada.id, 'member')).status).toBe(200)
    expect((await whoIs(ada.cookie))?.role).toBe('member')
    const refused = { code: 'FORBIDDEN' }
    expect((await changeRole(keeper.id, 'member', { cookie: ada.cookie })).problem).toMatchObject(refused)
    expect(await works(token)).toBe(true)
    expect((await server.call('DELETE', '/api/v1/apis/x', undefined, token)).json).toMatchObject(refused)
    await changeRole(ada.id, 'admin')
    expect((await server.call('DELETE', '/api/v1/apis/x', undefined, token)).json).toMatchObject(refused)
    await changeRole(keeper.id, 'member')
    await changeRole(ada.id, 'member')
  })

  test('of the last administrator stays', async () => {
    await using other = await testApp()
    const ada = { email: 'ada@example.com', name: 'Ada', password, token: other.setupToken }
    const headers = { host: testHost, 'content-type': 'application/json', ...administrator }
    const call = (path: string, payload: object) =>
      other.app.inject({ method: 'POST', url: `/trpc/${path}`, headers, payload })
    await call('session.setup', ada)
    const { id } = await other.core.db.user.findFirstOrThrow()
    const refused = await call('users.changeRole', { id, role: 'member' })
    expect(refused.json()).toMatchObject({ error: { data: { problem: { code: 'LAST_ADMINISTRATOR' } } } })
    const bob = { email: 'bob@example.com', name: 'Bob', password, role: 'admin' }
    await call('users.create', bob)
    expect((await call('users.changeRole', { id, role: 'member' })).statusCode).toBe(200)
  })
})
