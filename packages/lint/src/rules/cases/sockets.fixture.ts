import { type ApiRecord, definitionOf, type Definition, type Route } from '@penstock/model'
import { api, service } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const route = (routeKey: string, fields: Partial<Route> = {}): Route => ({
  kind: 'route',
  id: `rou_${routeKey.replace('$', '')}`,
  routeKey,
  integration: 'int_1',
  ...fields,
})

function chat(...more: ApiRecord[]): Definition {
  return definitionOf([api({ type: 'WEBSOCKET' }), service(), route('$default'), ...more])
}

export const sockets: Cases = {
  'route-without-integration': {
    fires: chat({ kind: 'route', id: 'rou_join', routeKey: 'join' }),
    at: 'rou_join integration',
    silent: [chat(route('join')), chat({ kind: 'route', id: 'rou_connect', routeKey: '$connect' })],
  },
  'route-response-unheard': {
    fires: chat(route('$disconnect', { id: 'rou_gone', routeResponse: true })),
    at: 'rou_gone routeResponse',
    silent: [chat(route('$disconnect')), chat(route('join', { routeResponse: true }))],
  },
  'default-route-missing': {
    fires: definitionOf([api({ type: 'WEBSOCKET' }), service(), route('join')]),
    at: 'api_1 ',
    silent: [chat(route('join')), definitionOf([api({ type: 'WEBSOCKET' })]), definitionOf([api()])],
  },
}
