import { defineRule } from '../rule.ts'

export const partialPathParameter = defineRule({
  id: 'partial-path-parameter',
  severity: 'warning',
  title: 'A parameter is only a part of a segment',
  why: 'Amazon takes a path parameter only as a whole segment: `/{id}` and not `/{id}.json`. Here it works; an export will not import there.',
  mend: 'Make the parameter a segment of its own.',
  on: ['resource'],
  *check({ pathPart }, { facts }) {
    if (!facts.isAws || !/[{}]/.test(pathPart) || /^\{[^{}]+\}$/.test(pathPart)) return
    yield { path: ['pathPart'], message: `"${pathPart}" is not a whole parameter, and Amazon refuses it.` }
  },
})
