import type { PortalOperationSummary } from '@penstock/server'

type Call = Pick<PortalOperationSummary, 'method' | 'path'>
type Names = Pick<PortalOperationSummary, 'summary' | 'operationId'>

/** The name that readers know an operation by, wherever it is shown; null when its author gave it none. */
export function givenName({ summary, operationId }: Names): string | null {
  return summary?.trim() || operationId?.trim() || null
}

/** The same where method and path do not stand beside it. */
export function operationTitle(operation: Call & Names): string {
  return givenName(operation) ?? `${operation.method} ${operation.path}`
}
