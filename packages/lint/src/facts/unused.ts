import { kindOf, nameKey, type RecordKind } from '@penstock/model'
import { removeRecord } from '../change.ts'
import { defineRule, type WholeRule } from '../rule.ts'
import type { WholeScope } from '../scope.ts'

interface Unused {
  readonly id: string
  readonly kind: RecordKind
  readonly noun: string
  readonly why: string
  /** Used by something other than a field with its id or a reference to its name. */
  readonly isUsed?: (name: string, scope: WholeScope) => boolean
}

/** A rule about records of a kind that nothing uses. */
export function unusedRule({ id, kind, noun, why, isUsed }: Unused): WholeRule {
  return defineRule({
    id,
    severity: 'info',
    title: `Nothing uses this ${noun}`,
    why,
    mend: 'Delete it, or connect it to what it is for.',
    fix: {
      title: 'Delete it',
      apply: (definition, { location }) => removeRecord(definition, location.record),
    },
    *check(scope) {
      const { usage } = scope
      for (const record of scope.all(kind)) {
        if (usage.ids.has(record.id)) continue
        const key = nameKey(record)
        if (key !== undefined && usage.names.has(key)) continue
        const name = kindOf(kind).label(record)
        if (isUsed?.(name, scope)) continue
        yield { record: record.id, message: `Nothing uses the ${noun} "${name}".` }
      }
    },
  })
}
