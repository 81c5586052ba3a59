import { AppError } from '@penstock/errors'
import type { z } from 'zod'

/** Reads what a caller sent. Throws INVALID_INPUT; what does not fit elsewhere is our fault, and no answer of 400. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw invalidInput(parsed.error)
}

/** The first thing wrong with an input as a sentence, and all of them as details. */
export function invalidInput(error: z.ZodError): AppError {
  const [first] = error.issues
  const where = first?.path.join('.')
  const reason = first ? (where ? `${where}: ${first.message}` : first.message) : 'The input is not valid.'
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String), message }))
  return new AppError('INVALID_INPUT', { params: { reason }, details: { issues }, cause: error })
}
