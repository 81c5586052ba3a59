import { connectionRouteKeys, type Route } from '@penstock/model'
import { MessagesSquare } from 'lucide-react'
import { usedSteps } from '../../steps/flow.ts'
import { defineNode } from '../node-definition.ts'
import { routeFields } from './common-fields.ts'
import { routeCopies } from './copies.ts'
import { routeKeyProblem } from './route-key.ts'

const inShort: Readonly<Record<string, string>> = {
  $connect: 'before it opens',
  $disconnect: 'after it closed',
  $default: 'other messages',
}

/** Connections first, then messages by their keys, and last what takes the rest. */
function orderOf({ routeKey }: Route): string {
  const place = ['$connect', '$disconnect'].indexOf(routeKey)
  if (place >= 0) return `0${place}`
  return routeKey === '$default' ? '2' : `1${routeKey}`
}

export const routeNode = defineNode({
  kind: 'route',
  noun: 'WebSocket route',
  glyph: MessagesSquare,
  skeleton: (route) => ({
    role: 'leaf',
    // Routes are all that a WebSocket API has: they hang on it.
    parent: null,
    order: orderOf(route),
    rank: 0,
    links: route.integration ? [route.integration] : [],
    width: 200,
    height: 48,
  }),
  title: ({ routeKey }) => routeKey,
  detail: ({ operationName, routeKey }) => operationName ?? inShort[routeKey] ?? 'messages that say so',
  uses: (route, definition) => usedSteps(definition, route.id),
  takes: ['function', 'upstream', 'mock', 'authorizer'],
  madeBy: 'route',
  refuses: ({ routeKey }, to) => {
    if (to.kind === 'authorizer' && routeKey !== '$connect')
      return 'Who may call is decided once, when a connection opens: only $connect leads to an authorizer.'
    if (to.kind === 'integration' && to.fromExamples)
      return 'A mock from examples answers with those of a method, and a message has none.'
    return null
  },
  commonFields: routeFields,
  copies: routeCopies,
  rename: {
    label: 'Route key',
    isMono: true,
    value: ({ routeKey }) => routeKey,
    apply: (transaction, { routeResponse, ...route }, routeKey) => {
      // A connection that opens or closes hears no answer as a message.
      const isHeard = routeKey === '$default' || !connectionRouteKeys.some((key) => key === routeKey)
      transaction.put({ ...route, ...(isHeard && routeResponse ? { routeResponse } : {}), routeKey })
    },
    problemOf: routeKeyProblem,
  },
})
