import { rules } from '@penstock/lint'
import type { Diagnostic } from '@penstock/model'

const here = new Set(rules.filter((rule) => !('asksStages' in rule && rule.asksStages)).map(({ id }) => id))

/** Whether the page finds problems of this kind itself, so that what the server says of them is old by a save. */
export function isFoundHere({ code }: Diagnostic): boolean {
  return here.has(code)
}
