import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '../trpc/router.ts'
import { type TestApp, testApp, testHost } from './app.fixture.ts'

/** All that anybody may reach without a session or a token. Whatever is added here was thought about. */
const publicRoutes = ['GET /', 'GET /api/v1/openapi.json', 'GET /docs/errors/:code', 'GET /healthz']
const publicProcedures = ['session.get', 'session.resetPassword', 'session.setup', 'session.signIn']

const routes: RouteOptions[] = []
let server: TestApp
beforeAll(async () => {
  server = await testApp({ onRoute: (route) => routes.push(route) })
})
afterAll(() => server[Symbol.asyncDispose]())

const named = () =>
  routes.flatMap((route) =>
    [route.method].flat().map((method) => ({ route, name: `${method} ${route.url}` })),
  )

test('every route needs a session or a token, but for the listed ones', async () => {
  const open: string[] = []
  for (const { route, name } of named()) {
    const access = route.config?.access ?? 'signed-in'
    if (name.startsWith('HEAD ') || access === 'procedure' || access === 'portal') continue
    // Built consoles bring a route for each of their files.
    if (access === 'public' && /\.\w+$/.test(route.url)) continue
    const url = route.url.replace(/:\w+/g, 'x').replace('*', 'x')
    const answer = await server.app.inject({
      method: name.split(' ')[0] as 'GET',
      url,
      headers: { host: testHost },
    })
    if (access === 'public') open.push(name)
    else expect(answer.statusCode, name).toBe(401)
  }
  expect(open.filter((name) => !publicRoutes.includes(name))).toEqual([])
})

test('every procedure of the console needs a session or a token, but for the listed ones', async () => {
  // Flat at run time: `draft.save` and so on.
  const { procedures: found } = appRouter._def as unknown as {
    procedures: Record<string, { _def: { type: string } }>
  }
  const procedures = Object.entries(found)
  expect(procedures.length).toBeGreaterThan(35)
  for (const [path, procedure] of procedures) {
    const method = procedure._def.type === 'mutation' ? 'POST' : 'GET'
    const answer = await server.app.inject({
      method,
      url: `/trpc/${path}`,
      headers: { host: testHost, 'content-type': 'application/json' },
      ...(method === 'POST' ? { payload: '{}' } : {}),
    })
    // A stream is refused inside: it says so and ends, without one event.
    if (procedure._def.type === 'subscription')
      expect(answer.body, path).toMatch(
        /^event: connected\ndata: .*\n+event: serialized-error\ndata: .*UNAUTHENTICATED.*\n+$/,
      )
    else if (publicProcedures.includes(path)) expect(answer.statusCode, path).not.toBe(401)
    else expect(answer.statusCode, path).toBe(401)
  }
})

test('a gateway route lets only the gateway token in, not an administrator', async () => {
  for (const { route, name } of named()) {
    if (route.config?.access !== 'gateway') continue
    const url = route.url.replace(/:\w+/g, 'x')
    const headers = { host: testHost, authorization: `Bearer ${server.token}` }
    const answer = await server.app.inject({ method: name.split(' ')[0] as 'GET', url, headers })
    expect(answer.statusCode, name).toBe(401)
  }
})

test('a path that is nothing is a problem document, and tells nobody more', async () => {
  const { status, json, headers } = await server.call('GET', '/api/v1/nothing', undefined, null)
  expect(status).toBe(404)
  expect(json).toMatchObject({
    code: 'NOT_FOUND',
    type: '/docs/errors/NOT_FOUND',
    requestId: headers['x-request-id'],
  })
  expect(headers['content-type']).toContain('application/problem+json')
})
