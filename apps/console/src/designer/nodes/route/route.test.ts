import { type ApiRecord, definitionOf, find, type Definition } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { connectionProblem } from '../../edits/connect.ts'
import { doomedBy } from '../../edits/delete-records.ts'
import { allItems, itemProblem, unavailable } from '../../palette-items.ts'
import { flowOf } from '../../steps/flow.ts'
import { routeCopies } from './copies.ts'
import { routeKeyProblem } from './route-key.ts'

const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'chat', type: 'WEBSOCKET' }
const connect: ApiRecord = { kind: 'route', id: 'rou_connect', routeKey: '$connect' }
const join = { kind: 'route', id: 'rou_join', routeKey: 'join', integration: 'int_1' } as const
const who: ApiRecord = { kind: 'authorizer', id: 'aut_1', name: 'who' }
const mock: ApiRecord = { kind: 'integration', id: 'int_1', name: 'Mock', type: 'mock' }
const examples: ApiRecord = { kind: 'integration', id: 'int_2', type: 'mock', fromExamples: true }

const chat = (...more: ApiRecord[]): Definition =>
  definitionOf([api, connect, join, who, mock, examples, ...more])
const item = (id: string) => allItems.find((each) => each.id === id)!

describe('the palette', () => {
  test('offers routes in WebSocket APIs alone, and says why it offers nothing of paths there', () => {
    const orders = definitionOf([{ kind: 'api', id: 'api_1', name: 'orders' }])
    expect(unavailable(chat(), item('route'))).toBeNull()
    expect(unavailable(orders, item('route'))).toMatch(/^Only WebSocket APIs/)
    for (const id of ['resource', 'method', 'model', 'validator']) {
      expect(unavailable(chat(), item(id)), id).toMatch(/routes for its messages/)
      expect(unavailable(orders, item(id)), id).toBeNull()
    }
  })

  test('an authorizer goes onto $connect, and onto no other route', () => {
    expect(itemProblem(chat(), item('authorizer'), connect)).toBeNull()
    expect(itemProblem(chat(), item('authorizer'), join)).toMatch(/only \$connect/)
  })
})

describe('an edge', () => {
  test('leads from a route to what answers it', () => {
    expect(connectionProblem(chat(), 'rou_connect', 'int_1')).toBeNull()
    expect(connectionProblem(chat(), 'rou_connect', 'aut_1')).toBeNull()
  })

  test('that would mean nothing is refused with the reason', () => {
    expect(connectionProblem(chat(), 'rou_join', 'aut_1')).toMatch(/only \$connect leads to an authorizer/)
    expect(connectionProblem(chat(), 'rou_join', 'int_2')).toMatch(/a message has none/)
  })
})

describe('the flow of a route', () => {
  const offered = (id: string, definition = chat()) =>
    flowOf(definition, id)?.gaps.flatMap(({ fits }) => fits.map((step) => step.id))

  test('asks who calls in $connect alone', () => {
    expect(offered('rou_connect')).toEqual(['connect-authorizer', 'connect-key'])
    expect(offered('rou_join')).not.toContain('connect-authorizer')
  })

  test('has the authorizer as a step once one is asked for', () => {
    const asking = chat({ ...connect, authorizationType: 'CUSTOM', authorizer: 'aut_1' } as ApiRecord)
    const [step] = flowOf(asking, 'rou_connect')!.used
    expect(step?.id).toBe('connect-authorizer')
    expect(step?.links(flowOf(asking, 'rou_connect')!.place)).toEqual(['aut_1'])
  })
})

test('a copy gets a key that is free; of a connection’s routes there is one each', () => {
  expect(routeCopies.free({ ...join, id: 'rou_2' }, chat())).toMatchObject({ routeKey: 'join-2' })
  expect(routeCopies.free({ kind: 'route', id: 'rou_2', routeKey: '$connect' }, chat())).toBe(
    'There is a route $connect already.',
  )
  const draft = new Map([['api_1', { kind: 'api', id: 'api_1', name: 'orders' } as ApiRecord]])
  expect(routeCopies.into?.(join, null, draft)).toMatch(/belong in WebSocket APIs/)
})

test('a key is one that a message can ask for, and that no other route has', () => {
  const route = find(chat(), 'route', 'rou_join')!
  expect(routeKeyProblem(chat(), route, 'leave')).toBeNull()
  expect(routeKeyProblem(chat(), route, '$default')).toBeNull()
  for (const taken of ['', '$other', '$connect']) expect(routeKeyProblem(chat(), route, taken)).not.toBeNull()
})

test('deleting a route takes along what only it used and nobody named', () => {
  const unnamed: ApiRecord = { kind: 'integration', id: 'int_3', type: 'mock' }
  const left: ApiRecord = { kind: 'route', id: 'rou_2', routeKey: 'leave', integration: 'int_3' }
  expect([...doomedBy(chat(unnamed, left), ['rou_2'])].sort()).toEqual(['int_3', 'rou_2'])
  expect([...doomedBy(chat(), ['rou_join'])]).toEqual(['rou_join'])
})
