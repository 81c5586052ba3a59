import type { Definition, Diagnostic } from '@penstock/model'
import { nodeOf } from '../nodes/definitions.ts'

/** What a problem is about, as the canvas and the outline call it; empty for what is about nothing in particular. */
export function titleOfProblem({ location }: Diagnostic, definition: Definition): string {
  const record = location.record === undefined ? undefined : definition.get(location.record)
  if (!record) return ''
  const node = nodeOf(record.kind)
  return [node.method?.(record) ?? '', node.title(record, definition)].filter(Boolean).join(' ')
}
