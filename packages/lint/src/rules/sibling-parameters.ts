import { type RecordId } from '@penstock/model'
import { defineRule } from '../rule.ts'

export const siblingParameters = defineRule({
  id: 'sibling-parameters',
  severity: 'warning',
  title: 'The same segment has parameters of two names',
  why: 'Which of them a request fills depends on the method that answers. Amazon refuses siblings of different names.',
  mend: 'Give them one name, and move their methods under one resource.',
  *check({ all }) {
    const first = new Map<RecordId | null, string>()
    for (const { id, parent, pathPart } of all('resource')) {
      if (!/^\{[^{}+]+\}$/.test(pathPart)) continue
      const other = first.get(parent)
      if (other === undefined) first.set(parent, pathPart)
      else if (other !== pathPart)
        yield { record: id, path: ['pathPart'], message: `${pathPart} and ${other} are the same segment.` }
    }
  },
})
