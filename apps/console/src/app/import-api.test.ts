import { afterEach, expect, test, vi } from 'vitest'
import { importApi } from './import-api.ts'
import { problemOf } from './problem.ts'

afterEach(() => vi.unstubAllGlobals())

/** Answers every call with this; what was asked is in the mock. */
function answer(status: number, body: string) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response(body, { status }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const document = '{"openapi": "3.1.0"}\n'

test('a description is sent as it is, and what became of it comes back', async () => {
  const report = { operations: 1 }
  const fetched = answer(201, JSON.stringify({ api: { slug: 'pets' }, report, aws: null }))
  const asked = { document, mode: 'create', upstream: 'https://a.test/?x=1' } as const
  expect(await importApi(asked)).toEqual({ slug: 'pets', report })
  expect(fetched).toHaveBeenCalledWith('/api/v1/apis?mode=create&upstream=https%3A%2F%2Fa.test%2F%3Fx%3D1', {
    method: 'POST',
    body: document,
  })
})

test('a refusal is shown as the server says it', async () => {
  const problem = { title: 'It is too large.', code: 'IMPORT_TOO_LARGE', requestId: 'r1', status: 413 }
  answer(413, JSON.stringify(problem))
  const error = await importApi({ document, mode: 'create' }).catch((thrown: unknown) => thrown)
  expect(problemOf(error)).toMatchObject({
    title: 'It is too large.',
    code: 'IMPORT_TOO_LARGE',
    requestId: 'r1',
  })
})

test.each(['', '<html>Bad gateway</html>'])(
  'an answer that is not the server\u2019s says so: %j',
  async (body) => {
    answer(502, body)
    const error = await importApi({ document, mode: 'create' }).catch((thrown: unknown) => thrown)
    expect(problemOf(error)).toEqual({ title: expect.stringContaining('did not answer') })
  },
)
