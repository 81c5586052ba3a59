import { type ApiRecord, type Definition, kindOf, type RecordId, type Route } from '@penstock/model'
import { changedFields, type KindComparison, type RecordSides } from './comparison.ts'

export const routeComparison: KindComparison<Route> = {
  actsAlone: true,
  compare(sides) {
    const { from, to, emit } = sides
    if (from.routeKey !== to.routeKey)
      emit('route-key-changed', ['routeKey'], { from: from.routeKey, to: to.routeKey })
    if ((from.routeResponse ?? false) !== (to.routeResponse ?? false))
      emit('route-response-changed', ['routeResponse'], { isOn: to.routeResponse ?? false })
    compareAccess(sides)
    if (from.integration !== to.integration)
      emit('integration-switched', ['integration'], { ...switched(sides, 'integration'), count: 1 })
    const fields = changedFields(from, to, ['operationName', 'description'])
    if (fields[0] !== undefined) emit('documentation-changed', [fields[0]], { fields })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  announce: ({ record: { routeKey }, action, emit }) => emit(`route-${action}`, [], { routeKey }),
  affects: (_, route) => [route.id],
  subject: (_, { routeKey }) => `route ${routeKey}`,
}

function compareAccess(sides: RecordSides<Route>) {
  const { from, to, emit } = sides
  const [was, is] = [from.authorizationType ?? 'NONE', to.authorizationType ?? 'NONE']
  if (was !== is) emit('authorization-changed', ['authorizationType'], { from: was, to: is })
  if (from.authorizer !== to.authorizer)
    emit('authorizer-switched', ['authorizer'], switched(sides, 'authorizer'))
  if ((from.apiKeyRequired ?? false) !== (to.apiKeyRequired ?? false))
    emit('api-key-required', ['apiKeyRequired'], { required: to.apiKeyRequired ?? false })
}

function switched({ before, after, from, to }: RecordSides<Route>, field: 'integration' | 'authorizer') {
  return { from: labelOf(before, from[field]), to: labelOf(after, to[field]) }
}

function labelOf(definition: Definition, id: RecordId | undefined): string | undefined {
  const record: ApiRecord | undefined = id === undefined ? undefined : definition.get(id)
  return record && kindOf(record.kind).label(record)
}
