import { httpUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from '../fixtures.ts'
import { ResponseCacheForm } from '../pages/response-cache-form.ts'

const answers = { 200: { description: 'Done' } }
const description = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: { '/orders': { get: { responses: answers } }, '/search': { post: { responses: answers } } },
}

interface Stage {
  cache: Record<string, unknown> | null
  cacheFlushedAt: string | null
}

test('the response cache of a stage is switched on, set and flushed in the settings, and holds at once', async ({
  page,
  rest,
  accessible,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 400 .*stages\.update/)
  let calls = 0
  await using upstream = await httpUpstream((_, response) => response.end(`answer ${++calls}`))
  const query = new URLSearchParams({ slug: 'kept-orders', upstream: upstream.url })
  await rest('POST', `/api/v1/apis?${query}`, description)
  const base = '/api/v1/apis/kept-orders/stages/prod'
  const { url } = await rest<{ url: string }>('POST', `${base}/deployments`, {})
  const stage = async () => {
    const { stages } = await rest<{ stages: (Stage & { name: string })[] }>(
      'GET',
      '/api/v1/apis/kept-orders/stages',
    )
    return stages.find(({ name }) => name === 'prod')
  }
  const answer = async () => (await fetch(`${url}/orders`)).text()
  const form = new ResponseCacheForm(page, 'kept-orders')
  await form.open()

  await test.step('nothing is kept until it is switched on', async () => {
    await expect(form.section).toContainText('Each request calls its integration.')
    expect(await answer()).not.toBe(await answer())
    await accessible(page, 'a stage without a response cache')
    await form.toggle()
    await expect(form.ttl).toBeVisible()
    await expect.poll(async () => (await answer()) === (await answer())).toBe(true)
  })

  await test.step('what is wrong is said at its field, and nothing is saved', async () => {
    await form.ttl.fill('soon')
    await form.apply()
    await expect(form.ttl).toHaveAccessibleDescription(/Whole seconds/)
    await form.ttl.fill('60')
    const line = await form.add('POST /serch', '5')
    await form.apply()
    const name = line.getByRole('textbox', { name: 'Method and path' })
    await expect(name).toHaveAccessibleDescription(/Did you mean "POST \/search"\?/)
    expect((await stage())?.cache).toEqual({ enabled: true })
    await accessible(page, 'a response cache with what is wrong')
    await name.fill('POST /search')
  })

  await test.step('and the rest is saved', async () => {
    await form.size.fill('16')
    await form.whenAsked('Refuse it with 403')
    await form.apply()
    await form.isSaved()
    expect((await stage())?.cache).toEqual({
      enabled: true,
      ttlSeconds: 60,
      sizeBytes: 16 * 1_048_576,
      requireAuthorization: true,
      unauthorized: 'FAIL_WITH_403',
      methods: { 'POST /search': { enabled: true, ttlSeconds: 5 } },
    })
    const renew = { headers: { 'Cache-Control': 'max-age=0' } }
    await expect.poll(async () => (await fetch(`${url}/orders`, renew)).status).toBe(403)
    await accessible(page, 'a response cache')
  })

  await test.step('a flush has the integration called again', async () => {
    const before = await stage()
    const kept = await answer()
    await form.flush()
    await expect.poll(answer).not.toBe(kept)
    expect((await stage())?.cacheFlushedAt).not.toBe(before?.cacheFlushedAt)
  })

  await test.step('switched off, the settings stay for the next time', async () => {
    await form.toggle()
    await expect(form.section).toContainText('Only the methods below that say so are kept.')
    expect((await stage())?.cache).toMatchObject({ enabled: false, ttlSeconds: 60 })
  })
})
