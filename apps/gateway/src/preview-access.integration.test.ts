import { echoUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { handBundle, httpProxy, testGateway } from './testing.fixture.ts'

const preview = { stage: 'preview', version: null, deployment: null }

test('a preview answers those who show its token, which goes no further; a deployed stage needs none', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  const bundle = handBundle(['GET /x'], [httpProxy(upstream.url)], { api: { compatibility: 'aws' } })
  await test.deploy(bundle)
  await test.deploy(bundle, { ...preview, access: { token: 'right' } })
  const call = (headers = {}) => test.call('', { target: '/orders/preview/x', headers })

  for (const headers of [{}, { 'x-penstock-preview': 'wrong' }, { 'x-penstock-preview': '' }]) {
    const refused = await call(headers)
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([401, 'PREVIEW_PROTECTED'])
  }
  // Not even which routes there are.
  expect((await test.call('', { target: '/orders/preview/missing' })).status).toBe(401)
  const shown = await call({ 'X-Penstock-Preview': 'right', 'X-Own': 'v' })
  expect(shown.status).toBe(200)
  const { headers } = JSON.parse(shown.body) as SeenRequest
  expect([headers['x-own'], headers['x-penstock-preview']]).toEqual(['v', undefined])
  expect((await test.call('/x')).status).toBe(200)
})

test('a preview whose token is not known is closed, and another token counts from the next state on', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  const bundle = handBundle(['GET /x'], [httpProxy(upstream.url)])
  const statusWith = async (token: string) =>
    (await test.call('', { target: '/orders/preview/x', headers: { 'x-penstock-preview': token } })).status
  await test.deploy(bundle, preview)
  expect(await statusWith('one')).toBe(401)
  await test.deploy(bundle, { ...preview, access: { token: 'one' } })
  expect(await statusWith('one')).toBe(200)
  await test.deploy(bundle, { ...preview, access: { token: 'two' } })
  expect([await statusWith('one'), await statusWith('two')]).toEqual([401, 200])
})
