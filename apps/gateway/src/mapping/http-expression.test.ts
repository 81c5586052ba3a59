import { expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { compileHttpExpression } from './http-expression.ts'
import { RequestInputs } from './request-inputs.ts'

const body = '{"text":"héllo","count":3,"deep":{"list":[{"a":1},"x"]},"none":null}'

function read(source: string, text = body): string | undefined {
  const context = contextOf({
    method: 'POST',
    target: '/pets?a=1&a=2&empty=',
    headers: { 'X-One': '1', Accept: 'x' },
  })
  context.request.headers.push('x-one', '2')
  const expression = compileHttpExpression(source)
  if (expression === null) throw new Error(`${source} is no expression`)
  return expression(new RequestInputs(context, text))
}

test.each<[string, string | undefined]>([
  ['as it is written', 'as it is written'],
  ['', ''],
  ['$request.header.x-ONE', '1,2'],
  ['$request.header.absent', undefined],
  ['$request.querystring.a', '1,2'],
  ['$request.querystring.empty', ''],
  ['$request.querystring.b', undefined],
  ['$request.path', '/pets'],
  ['$request.path.id', undefined],
  ['$request.body', body],
  ['$request.body.text', 'héllo'],
  ['$request.body.count', '3'],
  ['$request.body.deep.list[0]', '{"a":1}'],
  ['$request.body.none', undefined],
  ['$request.body.absent', undefined],
  ['$context.httpMethod', 'POST'],
  ['$context.identity.sourceIp', '192.0.2.7'],
  ['$stageVariables.absent', undefined],
  ['${request.body.text}', 'héllo'],
  ['${request.body.absent}', undefined],
  ['${request.path}/${request.body.count}', '/pets/3'],
  ['a-${request.body.absent}-b', 'a--b'],
  ['costs 5$', 'costs 5$'],
])('%s reads %j', (source, value) => {
  expect(read(source)).toBe(value)
})

test('an empty body is no value, and what it would hold is none either', () => {
  expect([read('$request.body', ''), read('$request.body.text', '')]).toEqual([undefined, undefined])
})

test('a body that is no JSON is the fault of the request where a member of it is read', () => {
  expect(read('$request.body', '{')).toBe('{')
  expect(() => read('$request.body.text', '{')).toThrow(
    expect.objectContaining({ code: 'REQUEST_BODY_NOT_JSON' }),
  )
})

test.each([
  '$',
  '$request',
  '$request.header',
  '$response.body',
  '$context',
  '${}',
  '${method.request.body}',
])('%s is no expression', (source) => {
  expect(compileHttpExpression(source)).toBeNull()
})

test('what is read is not read again', () => {
  expect(read('$request.body.text', '{"text":"${stageVariables.secret}"}')).toBe('${stageVariables.secret}')
})
