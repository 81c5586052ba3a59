import type { Method } from '@penstock/model'

/** The extension that says on which day an operation ends. */
export const sunsetField = 'x-sunset'

/** The day on which an operation ends, as it is written. */
export function sunsetOf({ rest }: Method): string | undefined {
  const day = rest?.[sunsetField]
  return typeof day === 'string' ? day : undefined
}
