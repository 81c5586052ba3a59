import { changeRecord, valueAt, withValue } from '../change.ts'
import { defineSchemaRule } from '../schema/schema-rule.ts'

export const enumValueTwice = defineSchemaRule({
  id: 'enum-value-twice',
  severity: 'warning',
  title: 'An enum has a value twice',
  why: 'Values of an enum are unique. Generators make two constants of one name and their code does not compile.',
  mend: 'Take the second one out.',
  fix: {
    title: 'Take the second one out',
    apply: (definition, { location: { record: id, path = [] } }) =>
      changeRecord(definition, id, (record) => {
        const values = valueAt(record, path.slice(0, -1))
        const at = path.at(-1)
        if (!Array.isArray(values) || typeof at !== 'number') return record
        const text = JSON.stringify(values[at])
        const isTwice = values.slice(0, at).some((value) => JSON.stringify(value) === text)
        return isTwice ? withValue(record, path, undefined) : record
      }),
  },
  inspect({ enum: values }) {
    if (!Array.isArray(values) || values.length < 2) return undefined
    const seen = new Set<string>()
    for (const [index, value] of values.entries()) {
      const text = JSON.stringify(value)
      if (seen.has(text)) return { path: ['enum', index], message: `${text} stands in the enum twice.` }
      seen.add(text)
    }
    return undefined
  },
})
