import { defineRule } from '../rule.ts'

export const emptyPathSegment = defineRule({
  id: 'empty-path-segment',
  severity: 'info',
  title: 'A path ends in a slash or holds two in a row',
  why: 'Clients, proxies and caches treat `/orders/` and `/orders` as one path or as two, each in its own way.',
  mend: 'Leave the slash out.',
  on: ['resource'],
  *check(resource, scope) {
    if (resource.parent === null || resource.pathPart !== '') return
    const path = scope.pathOf(resource.id)
    const message = `The path ${path} has an empty segment.`
    yield { path: ['pathPart'], message }
  },
})
