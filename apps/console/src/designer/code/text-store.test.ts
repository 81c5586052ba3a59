import { afterEach, expect, test, vi } from 'vitest'
import { TextRefusedError, textStore } from './text-store.ts'

afterEach(() => vi.unstubAllGlobals())

/** Answers every call with this refusal. */
function refuse(status: number, code: string) {
  const problem = { title: 'It is refused.', code, requestId: 'r1', status }
  const body = JSON.stringify({ error: { message: problem.title, code: -32000, data: { code, problem } } })
  const headers = { 'content-type': 'application/json' }
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }))
}

const save = () => textStore('pets').save({ put: [], remove: [{ place: '/info', revision: 1 }] })

test.each(['TEXT_TOO_LARGE', 'PAYLOAD_TOO_LARGE', 'INVALID_INPUT', 'FORBIDDEN'])(
  'what is refused for %s is not tried again',
  async (code) => {
    refuse(413, code)
    await expect(save()).rejects.toThrow(new TextRefusedError('It is refused.'))
    await expect(save()).rejects.toBeInstanceOf(TextRefusedError)
  },
)

test('what a server can\u2019t do now is', async () => {
  refuse(500, 'INTERNAL')
  await expect(save()).rejects.not.toBeInstanceOf(TextRefusedError)
})
