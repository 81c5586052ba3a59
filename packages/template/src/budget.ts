import { AppError } from '@penstock/errors'
import { limits } from './limits.ts'

/** Ends a render that would take more than its share; the sentence names what ran out. */
export function exceedBudget(reason: string): never {
  throw new AppError('TEMPLATE_BUDGET', { params: { reason } })
}

// Rendering never waits, so one count serves: it is that of the render at work.
let searched = 0

/** Called when a render begins. */
export function startSearchBudget(): void {
  searched = 0
}

/** Takes the steps of a search with a regular expression from what the render has for them. */
export function spendSearch(steps: number, pattern: string): void {
  searched += steps
  if (searched <= limits.searchSteps) return
  const shown = pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern
  exceedBudget(`the regular expression "${shown}" may take too long in a text of this length`)
}

export function assertTextLength(length: number): void {
  if (length > limits.textLength) exceedBudget('a text grew over 10 MB')
}

export function assertCollectionSize(size: number): void {
  if (size > limits.collectionSize) exceedBudget(`a list or map grew over ${limits.collectionSize} elements`)
}
