import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { problemOf } from './problem.ts'

describe('problemOf', () => {
  it('reads code, request id and details of an answer from the server', () => {
    const problem = {
      title: 'There is no API',
      code: 'API_NOT_FOUND',
      requestId: 'r1',
      details: { slug: 'x' },
    }
    const error = TRPCClientError.from({
      error: { message: 'There is no API', code: -32004, data: { problem } },
    })
    expect(problemOf(error)).toEqual(problem)
  })

  it('has no code for a call that never reached the server', () => {
    expect(problemOf(TRPCClientError.from(new TypeError('Failed to fetch')))).toEqual({
      title: 'The server did not answer. It may be restarting, or the network is down.',
    })
  })
})
