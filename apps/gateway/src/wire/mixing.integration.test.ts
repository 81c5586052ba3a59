import http from 'node:http'
import { echoUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { callUrl } from '../testing.fixture.ts'
import { httpCores, type HttpCoreName } from './http-core.ts'
import type { WireHandler } from './server.ts'
import { wireServer } from './wire.fixture.ts'
import { usualTls } from './upstream-tls.ts'

const lanes = 32
const callsEach = 60

describe.each(Object.keys(httpCores) as HttpCoreName[])('under many callers at once, the %s core', (core) => {
  test('gives each what it asked for, on connections that are new and kept', async () => {
    await using upstream = await echoUpstream()
    const client = httpCores[core].client({ connections: 8, connectTimeoutMs: 5_000 })
    const handler: WireHandler = (request, response) => {
      const { method, target: path, wholeBody } = request
      const own = request.headers[request.headers.indexOf('x-own') + 1] ?? ''
      const call = client.send(
        {
          origin: upstream.url,
          path,
          method,
          headers: ['x-own', own],
          body: wholeBody ?? request.body,
          timeoutMs: 20_000,
          tls: usualTls,
        },
        {
          head(status, headers) {
            const passed = headers.passed()
            response.head(status, headers.added, passed)
            response.onDrain(() => call.resume())
          },
          data: (chunk) => response.write(chunk),
          end: () => response.end(),
          error: () => response.destroy(),
        },
      )
      response.onGone(() => call.abort())
    }
    await using server = await wireServer(core, handler)
    const agent = new http.Agent({ keepAlive: true, maxSockets: lanes })
    const wrong: string[] = []
    const lane = async (number: number) => {
      for (let at = 0; at < callsEach; at++) {
        const own = `${number}.${at}`
        const body = at % 3 === 0 ? '' : own.repeat(at % 3 === 1 ? 10 : 3_000)
        const { body: answered } = await callUrl(`http://127.0.0.1:${server.port}/${own}`, {
          method: body === '' ? 'GET' : 'POST',
          headers: { 'x-own': own, ...(body === '' ? {} : { 'content-length': String(body.length) }) },
          ...(body === '' ? {} : { body }),
          ...(number % 2 === 0 ? { agent } : {}),
        })
        const seen = JSON.parse(answered) as SeenRequest
        if (seen.target !== `/${own}` || seen.body !== body || seen.headers['x-own'] !== own)
          wrong.push(`${own}: ${answered.slice(0, 200)}`)
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
    agent.destroy()
    await client.close()
    expect(wrong).toEqual([])
  })
})
