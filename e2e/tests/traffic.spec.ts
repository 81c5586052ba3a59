import { httpUpstream, rawUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from '../fixtures.ts'
import { TrafficPage } from '../pages/traffic-page.ts'

type Rest = <T>(method: string, path: string, body?: unknown) => Promise<T>

const answers = { 200: { description: 'Done' } }
const description = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: { '/orders': { get: { responses: answers }, post: { responses: answers } } },
}

/** A stage that sends everything to a backend; answers where it is called. */
async function serve(rest: Rest, slug: string, upstream: string): Promise<string> {
  const query = new URLSearchParams({ slug, upstream, mode: 'overwrite' })
  await rest('POST', `/api/v1/apis?${query}`, description)
  const { url } = await rest<{ url: string }>('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  return url
}

test('a request that failed shows its phases, the call and what came back, and the same call made directly beside it', async ({
  page,
  rest,
  accessible,
}) => {
  const said = 'HTTP/1.1 200 OK\r\nServer: shop\r\nBad Header: backend\r\n\r\nhello'
  await using upstream = await rawUpstream((socket) => socket.end(said))
  const url = await serve(rest, 'explained', upstream.url)
  await fetch(`${url}/orders?key=hunter2`, { headers: { authorization: 'Bearer hunter2' } })
  const traffic = new TrafficPage(page, 'explained')
  await traffic.open()
  await traffic.select('GET', '/orders')

  await test.step('as it was recorded, without secrets', async () => {
    await expect(traffic.phases.getByRole('listitem')).toHaveText([
      /^request passed/,
      /^integration failed/,
      /^response passed/,
      /^total/,
    ])
    await expect(traffic.call).toContainText('while it waited for the answer')
    await expect(traffic.call).toContainText(`GET ${upstream.url}/orders?key=••••••`)
    await expect(traffic.call).toContainText('WIRE_NOT_HTTP')
    await expect(traffic.bytes('What came back')).toContainText('Server: shop')
    await expect(traffic.bytes('What came back')).toContainText('*** ******: *******')
    await expect(traffic.detail).not.toContainText(/hunter2|Bad Header/)
    await accessible(page, 'a failed request')
  })

  await test.step('and repeated', async () => {
    await traffic.press('Repeat directly')
    await expect(traffic.meaning).toContainText('The backend fails without the gateway in the same way')
    await expect(traffic.compared('Event', 'then')).toHaveText('WIRE_NOT_HTTP')
    await expect(traffic.compared('Event', 'now')).toHaveText('HPE_INVALID_HEADER_TOKEN')
    await expect(traffic.compared('Address', 'now')).toHaveText(`127.0.0.1:${upstream.port}`)
    await expect(traffic.bytes('The gateway got')).toContainText('Bad Header: backend')
    await expect(traffic.bytes('Directly came')).toContainText('Bad Header: backend')
    await accessible(page, 'a diagnosis')
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await accessible(page, 'a diagnosis, dark')
  })
})

test('what may change something is repeated once somebody says so, and focus stays where it happened', async ({
  page,
  rest,
}) => {
  let asked = 0
  await using upstream = await httpUpstream((_, response) => {
    asked += 1
    if (asked === 1) response.destroy()
    else response.end('made')
  })
  const url = await serve(rest, 'posted', upstream.url)
  await fetch(`${url}/orders`, { method: 'POST', body: 'x' })
  const traffic = new TrafficPage(page, 'posted')
  await traffic.open()
  await traffic.select('POST', '/orders')
  await traffic.press('Repeat directly')
  await expect(traffic.meaning).toContainText('POST may change something')
  expect(asked).toBe(1)
  await traffic.press('Repeat the POST')
  await expect(traffic.meaning).toContainText('Called directly, the backend answers 200')
  await expect(traffic.bytes('Directly came')).toHaveText('made')
  await expect(traffic.meaning.locator('p').first()).toBeFocused()
})

test('a body that streamed by is asked for', async ({ page, rest }) => {
  const bodies: string[] = []
  await using upstream = await httpUpstream((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    request.on('end', () => {
      bodies.push(text)
      response.destroy()
    })
  })
  const url = await serve(rest, 'streamed', upstream.url)
  await fetch(`${url}/orders`, { method: 'POST', body: 'l'.repeat(500_000) })
  const traffic = new TrafficPage(page, 'streamed')
  await traffic.open()
  await traffic.select('POST', '/orders')
  await traffic.press('Repeat directly')
  await traffic.press('Repeat the POST')
  await traffic.call.getByRole('textbox', { name: 'Body to send' }).fill('instead')
  await traffic.press('Repeat with this body')
  await expect(traffic.compared('Result', 'now')).toHaveText('UPSTREAM_RESET')
  expect(bodies.at(-1)).toBe('instead')
})

test('a request that comes while the list is read for the first time is in it', async ({ page, rest }) => {
  await using upstream = await httpUpstream((_, response) => response.end('done'))
  const url = await serve(rest, 'meanwhile', upstream.url)
  const isRecorded = async () => {
    const { requests } = await rest<{ requests: object[] }>('GET', '/api/v1/requests?api=meanwhile')
    return requests.length > 0
  }
  await page.route(
    /\/trpc\/[^?]*requests\.list/,
    async (route) => {
      const before = await route.fetch()
      await fetch(`${url}/orders`)
      await expect.poll(isRecorded).toBe(true)
      await route.fulfill({ response: before })
    },
    { times: 1 },
  )
  const traffic = new TrafficPage(page, 'meanwhile')
  await traffic.open()
  await traffic.select('GET', '/orders')
})

test('a request that the cache answered says so, and that no integration was called', async ({
  page,
  rest,
}) => {
  await using upstream = await httpUpstream((_, response) => response.end('kept'))
  const url = await serve(rest, 'kept', upstream.url)
  await rest('PUT', '/api/v1/apis/kept/stages/prod', { cache: { enabled: true } })
  const traffic = new TrafficPage(page, 'kept')
  const answeredByTheCache = async () => {
    await fetch(`${url}/orders`)
    const { requests } = await rest<{ requests: { cache?: string }[] }>('GET', '/api/v1/requests?api=kept')
    return requests[0]?.cache
  }
  await expect.poll(answeredByTheCache).toBe('hit')
  await traffic.open()
  await traffic.select('GET', '/orders')
  await expect(traffic.fact('Response cache')).toHaveText('hit: the integration was not called')
  await expect(traffic.phases.getByRole('listitem')).toHaveText([
    /^request passed/,
    /^integration ?not called$/,
    /^total/,
  ])
})
