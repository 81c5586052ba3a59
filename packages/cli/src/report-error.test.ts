import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import { reportError } from './report-error.ts'

function reported(error: AppError, json: boolean): string {
  let text = ''
  const stderr = { write: (chunk: string) => (text += chunk) }
  reportError(error, { stderr, signal: new AbortController().signal } as never, json)
  return text
}

test.each([true, false])('what the operator has to mend is told with its cause (json: %s)', (json) => {
  const error = new AppError('DATABASE_UNAVAILABLE', { internal: 'the embedded database ended with SIGBUS' })
  expect(reported(error, json)).toContain('the embedded database ended with SIGBUS')
})

test('what a caller did wrong is told in public words alone', () => {
  const error = new AppError('API_NOT_FOUND', { params: { slug: 'shop' }, internal: 'select 1' })
  expect(reported(error, false)).not.toContain('select 1')
})
