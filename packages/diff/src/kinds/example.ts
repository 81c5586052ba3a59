import type { Example } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

/** Examples answer nobody: what they say is checked, and read. */
export const exampleComparison: KindComparison<Example> = {
  compare({ from, to, emit }) {
    const fields = changedFields(from, to)
    if (fields[0] !== undefined) emit('documentation-changed', [fields[0]], { fields })
  },
  affects: () => [],
  subject: (_, example) => `example "${example.name}"`,
}
