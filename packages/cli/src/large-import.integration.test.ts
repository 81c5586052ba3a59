import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type PenstockProcess, startPenstock, temporaryFolder } from '@penstock/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliOf, describeShop, rest } from './black-box.fixture.ts'
import { residentBytes } from './resident-bytes.fixture.ts'

const megabyte = 1024 * 1024

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

/** 200 MB of a description, made while it is read. */
function* largeDescription() {
  yield '{"openapi":"3.1.0","info":{"title":"Large","version":"1"},"paths":{},"x-ballast":["'
  const part = 'x'.repeat(megabyte)
  for (let sent = 0; sent < 200; sent++) yield part
  yield '"]}'
}
const largeBytes =
  Buffer.byteLength(
    '{"openapi":"3.1.0","info":{"title":"Large","version":"1"},"paths":{},"x-ballast":[""]}',
  ) +
  200 * megabyte

/** Sends as much of the description and then waits, in vain or for an answer; also says how much memory that took. */
async function begin(megabytes: number, headers: Readonly<Record<string, string | number>>) {
  const before = residentBytes(penstock.pid) ?? 0
  let most = before
  const watch = setInterval(() => (most = Math.max(most, residentBytes(penstock.pid) ?? 0)), 10)
  const request = http.request(new URL('/api/v1/apis?slug=large', penstock.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${penstock.token}`, 'content-type': 'application/json', ...headers },
  })
  try {
    const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
    const parts = largeDescription()
    for (let sent = 0; sent <= megabytes; sent++)
      if (!request.write(parts.next().value)) await Promise.race([once(request, 'drain'), answered])
    const [response] = await answered
    const problem = (await json(response)) as unknown
    return { status: response.statusCode, problem, grewMb: (most - before) / megabyte }
  } finally {
    clearInterval(watch)
    request.on('error', () => {}).destroy()
  }
}

test('a description that says it is 200 MB is refused before it is sent', async () => {
  const { status, problem, grewMb } = await begin(1, { 'content-length': largeBytes })
  expect(status).toBe(413)
  expect(problem).toMatchObject({
    code: 'IMPORT_TOO_LARGE',
    title: 'The document is 201 MB; the limit is 64 MB. Split it, or raise PENSTOCK_IMPORT_LIMIT_MB.',
  })
  expect(grewMb).toBeLessThan(64)
})

test('one that does not say its length is refused at the limit, in little more memory than that', async () => {
  const { status, problem, grewMb } = await begin(65, { 'transfer-encoding': 'chunked' })
  expect(status).toBe(413)
  expect(problem).toMatchObject({ code: 'IMPORT_TOO_LARGE' })
  expect(grewMb).toBeLessThan(160)
})

test('one that is sent to the end all the same is thrown away, and the command line says why', async () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'large.json')
  await pipeline(Readable.from(largeDescription()), createWriteStream(file))
  const before = residentBytes(penstock.pid) ?? 0
  let most = before
  const watch = setInterval(() => (most = Math.max(most, residentBytes(penstock.pid) ?? 0)), 10)
  const outcome = await cliOf(penstock)(['import', file, '--json'])
  clearInterval(watch)
  expect(outcome.code).toBe(1)
  expect(outcome.problem().code).toBe('IMPORT_TOO_LARGE')
  expect((most - before) / megabyte).toBeLessThan(160)
  expect((await rest(penstock, 'POST', '/api/v1/apis?slug=small', describeShop('small'))).status).toBe(201)
})
