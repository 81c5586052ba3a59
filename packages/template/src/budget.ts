import { AppError } from '@penstock/errors'
import { limits } from './limits.ts'

/** Ends a render that would take more than its share; the sentence names what ran out. */
export function exceedBudget(reason: string): never {
  throw new AppError('TEMPLATE_BUDGET', { params: { reason } })
}

export function assertTextLength(length: number): void {
  if (length > limits.textLength) exceedBudget('a text grew over 10 MB')
}

export function assertCollectionSize(size: number): void {
  if (size > limits.collectionSize) exceedBudget(`a list or map grew over ${limits.collectionSize} elements`)
}
