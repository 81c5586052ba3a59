import type { Method } from '@penstock/model'
import { compareOperations } from '../operation/compare-operations.ts'
import { routeName, routePath } from '../operation/route-path.ts'
import { sunsetOf } from '../operation/sunset.ts'
import type { KindComparison } from './comparison.ts'

export const methodComparison: KindComparison<Method> = {
  actsAlone: true,
  compare: ({ from, to, ...sides }) => compareOperations(sides, from, to),
  announce({ record, action, emit }) {
    if (action === 'added') emit('operation-added', [], {})
    else emit('operation-removed', [], { deprecated: record.deprecated ?? false, sunset: sunsetOf(record) })
  },
  affects: (_, method) => [method.id],
  subject: routeName,
  place: (definition, { resource, httpMethod }) => ({
    path: routePath(definition, resource),
    method: httpMethod,
  }),
}
