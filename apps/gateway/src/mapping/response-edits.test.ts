import { expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { RequestInputs } from './request-inputs.ts'
import { ResponseEdits } from './response-edits.ts'

function headersAfter(source: string): readonly string[] {
  const edits = new ResponseEdits({ '200': { 'overwrite:header.x': source } })
  const inputs = new RequestInputs(contextOf({ method: 'GET', target: '/', headers: {} }), '')
  return edits.apply(inputs, {
    status: 200,
    headers: ['x', 'was', 'y', 'there'],
    body: Buffer.from('{"a":1}'),
  }).headers
}

test.each<[string, readonly string[]]>([
  ['$response.header.y', ['y', 'there', 'x', 'there']],
  ['${response.header.y}', ['y', 'there', 'x', 'there']],
  ['<${response.body.a}${response.header.missing}>', ['y', 'there', 'x', '<1>']],
  ['$response.header.missing', ['x', 'was', 'y', 'there']],
  ['${response.header.missing}', ['x', 'was', 'y', 'there']],
])('a mapping of %s alone changes nothing where there is no value, as in requests', (source, headers) => {
  expect(headersAfter(source)).toEqual(headers)
})
