import type { Integration } from '@penstock/model'

/** One response of an integration that is chosen by a pattern. */
export interface Selection {
  readonly pattern: string
  /** Null for one that is no regular expression. */
  readonly regex: RegExp | null
}

/** The patterns of an integration in the order in which they are tried: by text. */
export function selectionsOf({ responses }: Integration): Selection[] {
  return Object.keys(responses ?? {})
    .filter((pattern) => pattern !== 'default')
    .sort()
    .map((pattern) => ({ pattern, regex: compile(pattern) }))
}

/** Whether patterns are held against a status. Those of functions are held against what an error says. */
export function selectsByStatus({ type }: Integration): boolean {
  return type === 'http' || type === 'mock'
}

/** A proxy passes answers on, and a mock from examples has answers of its own. */
export function selectsResponses({ type, fromExamples }: Integration): boolean {
  return (type === 'http' || type === 'mock' || type === 'aws') && !fromExamples
}

const statuses = Array.from({ length: 500 }, (_, index) => String(index + 100))

export function statusesOf(regex: RegExp): string[] {
  return statuses.filter((status) => regex.test(status))
}

/** As the gateway reads them: the whole text has to match. */
function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`, 's')
  } catch {
    return null
  }
}
