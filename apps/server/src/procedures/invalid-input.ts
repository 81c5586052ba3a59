import { AppError } from '@penstock/errors'
import type { z } from 'zod'

/** The first thing wrong with an input as a sentence, and all of them as details. */
export function invalidInput(error: z.ZodError): AppError {
  const [first] = error.issues
  const where = first?.path.join('.')
  const reason = first ? (where ? `${where}: ${first.message}` : first.message) : 'The input is not valid.'
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String), message }))
  return new AppError('INVALID_INPUT', { params: { reason }, details: { issues }, cause: error })
}
