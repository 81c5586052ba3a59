import { type Definition, type Integration, type RecordId, recordsOf, sameRecord } from '@penstock/model'
import { withIds } from './rename-ids.ts'

/**
 * `after` with the integrations of `before` under the ids that they have there. A document seldom says which
 * integration is which: its id comes from the method that it serves alone, and is another one as soon as it serves two.
 * So an integration is the one that a method had when it means the same, else when it has the same name; never when
 * either of the two is in the other document as well.
 */
export function alignIntegrations(before: Definition, after: Definition): Definition {
  const pairs = [...movedIntegrations(before, after)]
  const renamed = new Map<RecordId, RecordId>()
  const taken = new Set<RecordId>()
  for (const isMatch of [sameContent, sameName]) {
    for (const [was, is] of pairs) {
      if (renamed.has(is.id) || taken.has(was.id) || !isMatch(was, is)) continue
      renamed.set(is.id, was.id)
      taken.add(was.id)
    }
  }
  return withIds(after, renamed)
}

/** What each method that is in both was answered by and is answered by now, where each is in one document only. */
function* movedIntegrations(before: Definition, after: Definition): Generator<[Integration, Integration]> {
  for (const method of recordsOf(after, 'method')) {
    const past = before.get(method.id)
    if (past?.kind !== 'method' || past.integration === undefined || method.integration === undefined)
      continue
    if (before.has(method.integration) || after.has(past.integration)) continue
    const [was, is] = [before.get(past.integration), after.get(method.integration)]
    if (was?.kind === 'integration' && is?.kind === 'integration') yield [was, is]
  }
}

function sameContent(was: Integration, is: Integration): boolean {
  return sameRecord(was, { ...is, id: was.id })
}

function sameName(was: Integration, is: Integration): boolean {
  return was.name !== undefined && was.name === is.name
}
