import { type ApiRecord, definitionOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { LiveDocument } from './live-document.ts'
import { placeOf, recordAt } from './record-places.ts'
import { rangeAt } from './text-places.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets', type: 'REST' },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets', declared: true },
  { kind: 'method', id: 'met_1', resource: 'res_pets', httpMethod: 'GET', integration: 'int_1' },
  { kind: 'method', id: 'met_2', resource: 'res_pets', httpMethod: 'PUT', integration: 'int_2' },
  { kind: 'integration', id: 'int_1', type: 'http', uri: 'http://a.example', httpMethod: 'ANY' },
  { kind: 'integration', id: 'int_2', type: 'aws_proxy', function: 'fun_1' },
  { kind: 'function', id: 'fun_1', name: 'hello', code: 'one' } as ApiRecord,
  { kind: 'model', id: 'mod_1', name: 'Pet', schema: { type: 'object' } } as ApiRecord,
  { kind: 'example', id: 'exa_1', name: 'One pet', method: 'met_1', expect: { status: 200 } },
]
const definition = definitionOf(records)

test('what the text says of each record is found by the record, and leads back to it', () => {
  const { good } = new LiveDocument(definition)
  const places = new Map(records.map(({ id }) => [id, placeOf(definition, id)]))
  expect(Object.fromEntries(places)).toEqual({
    api_1: '/info',
    res_root: '/paths/~1',
    res_pets: '/paths/~1pets',
    met_1: '/paths/~1pets/get',
    met_2: '/paths/~1pets/put',
    int_1: '/paths/~1pets/get/x-amazon-apigateway-integration',
    int_2: '/x-penstock/records/int_2',
    fun_1: '/x-penstock/records/fun_1',
    mod_1: '/components/schemas/Pet',
    exa_1: undefined,
  })
  for (const [id, place] of places) {
    // Nothing is said of the root, which answers nothing here.
    if (id === 'res_root' || place === undefined) continue
    expect(rangeAt(good, place), id).toBeDefined()
    // Whose cursor is in an operation's integration has the operation selected.
    expect(recordAt(definition, `${place}/x`), id).toBe(id === 'int_1' ? 'met_1' : id)
  }
})
