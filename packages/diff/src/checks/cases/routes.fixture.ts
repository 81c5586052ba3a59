import { type ApiRecord, definitionOf, type Route } from '@penstock/model'
import type { Case, Cases } from './case.fixture.ts'

const route = (fields: Partial<Route> = {}): ApiRecord => ({
  kind: 'route',
  id: 'rou_1',
  routeKey: 'join',
  ...fields,
})

/** A WebSocket API with some records beside its own, and with others. */
function chat(before: ApiRecord[], after: ApiRecord[], says: string, fields: object = {}): Case {
  const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'chat', type: 'WEBSOCKET' }
  return {
    before: definitionOf([api, ...before]),
    after: definitionOf([{ ...api, ...fields }, ...after]),
    says,
  }
}

export const routeCases: Cases = {
  'route-added': chat([], [route()], 'safe: The route join is new. (nowhere → rou_1)'),
  'connect-route-added': chat(
    [],
    [route({ routeKey: '$connect' })],
    'risky: The route $connect is new: what answers there decides which connections open. (nowhere → rou_1)',
  ),
  'route-removed': chat(
    [route()],
    [],
    'breaking: The route join is gone: messages that ask for it go to $default, or get an error. (rou_1 → nowhere)',
  ),
  'connection-route-removed': chat(
    [route({ routeKey: '$connect' })],
    [],
    'risky: The route $connect is gone: every connection opens, and nothing asks who calls. (rou_1 → nowhere)',
  ),
  'route-key-changed': chat(
    [route()],
    [route({ routeKey: 'enter' })],
    'breaking: The route join is asked for as enter now. (rou_1 routeKey → rou_1 routeKey)',
  ),
  'route-response-dropped': chat(
    [route({ routeResponse: true })],
    [route()],
    'breaking: What the integration answers is not sent back any more: clients that wait for it wait for ever. (rou_1 routeResponse → rou_1)',
  ),
  'route-response-introduced': chat(
    [route()],
    [route({ routeResponse: true })],
    'risky: What the integration answers is sent back now: clients get messages that they did not get before. (rou_1 → rou_1 routeResponse)',
  ),
  'route-selection-changed': chat(
    [],
    [],
    'breaking: The route selection expression is "$request.body.type", it was "$request.body.action". Messages that are written as before may reach another route, or none. (api_1 → api_1 routeSelectionExpression)',
    { routeSelectionExpression: '$request.body.type' },
  ),
}
