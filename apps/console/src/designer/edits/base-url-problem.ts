import { urlProblem } from '@penstock/model'

/** Why this can't be the address of an upstream, in words for the field that holds it; or null. */
export function baseUrlProblem(url: string): string | null {
  const problem = urlProblem(url)
  if (!problem) return null
  if (url.trim() === '') return 'Say where it is: https://…'
  return `The base URL ${problem.message}.${problem.suggest ? ` Did you mean ${problem.suggest}?` : ''}`
}
