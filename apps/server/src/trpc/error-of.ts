import { AppError, toAppError } from '@penstock/errors'
import type { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { invalidInput } from '../procedures/invalid-input.ts'

/** What a tRPC error is in our catalog: our own error inside it, an input that does not fit, or a protocol mistake. */
export function errorOf(error: TRPCError): AppError {
  const { cause } = error
  if (cause instanceof AppError) return cause
  if (cause instanceof z.ZodError) return invalidInput(cause)
  if (error.code === 'NOT_FOUND')
    return new AppError('NOT_FOUND', { params: { what: 'procedure of this name' } })
  if (error.code === 'PAYLOAD_TOO_LARGE')
    return new AppError('PAYLOAD_TOO_LARGE', { params: { limit: '64 MB' } })
  if (error.code === 'INTERNAL_SERVER_ERROR') return toAppError(cause ?? error)
  return new AppError('INVALID_INPUT', { params: { reason: error.message }, cause })
}
