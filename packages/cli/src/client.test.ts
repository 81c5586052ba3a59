import { AppError } from '@penstock/errors'
import { expect, it } from 'vitest'
import { createClient } from './client.ts'

it.each(['ps_añb', 'ps_a…b', 'ps_a b', 'ps_a\nb'])(
  'says of the token %j that it is malformed, and where',
  async (token) => {
    const { signal } = new AbortController()
    const asked = createClient({ url: 'http://127.0.0.1:1', token, signal }).text('/api/v1/apis')
    const error = await asked.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'INVALID_INPUT' })
    expect((error as AppError).message).toContain('The token is malformed: its character 5 is U+')
  },
)
