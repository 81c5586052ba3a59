import { expect, test } from 'vitest'
import type { LiveEvent } from '../live/event.ts'
import { testApp, testHost } from './app.fixture.ts'

test('who looks at an API\u2019s traffic hears that there is more of it, once for all of a batch', async () => {
  await using server = await testApp()
  const heard: LiveEvent[] = []
  server.core.live.listen((event) => void heard.push(event))
  const request = { at: 1, stage: 'prod', version: 1, method: 'GET', path: '/', route: null, status: 200 }
  const timing = { durationMs: 1, integrationMs: null }
  const requests = ['a', 'b', 'c'].map((id) => ({
    id,
    api: id === 'c' ? 'orders' : 'pets',
    ...request,
    ...timing,
  }))
  const answer = await server.app.inject({
    method: 'POST',
    url: '/gateway/v1/requests',
    headers: { host: testHost, authorization: 'Bearer the-gateway-token' },
    payload: { node: 'n1', dropped: 0, requests },
  })
  expect(answer.statusCode).toBe(204)
  expect(heard.filter(({ type }) => type === 'requests')).toEqual([
    { type: 'requests', slug: 'pets' },
    { type: 'requests', slug: 'orders' },
  ])
})
