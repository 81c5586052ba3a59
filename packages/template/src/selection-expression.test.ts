import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileSelection } from './index.ts'

function select(source: string, message: string): string | null {
  const compiled = compileSelection(source)
  if (typeof compiled === 'string') throw new Error(compiled)
  return compiled.select(message)
}

test.each([
  ['$request.body.action', '{"action":"join"}', 'join'],
  ['${request.body.action}', '{"action":"join"}', 'join'],
  ['${request.body.service}/${request.body.action}', '{"service":"chat","action":"join"}', 'chat/join'],
  ['$request.body.to.kind', '{"to":{"kind":"room"}}', 'room'],
  ['$request.body.list[1]', '{"list":["a","b"]}', 'b'],
  ['v1-${request.body.action}', '{"action":"join"}', 'v1-join'],
  ['\\$default', '{"action":"join"}', '$default'],
  ['always', 'no JSON', 'always'],
])('%s of %s is %s', (source, message, key) => {
  expect(select(source, message)).toBe(key)
})

test('what is missing is nothing, lists and numbers are written as JSON', () => {
  expect(select('$request.body.action', '{}')).toBe('')
  expect(select('$request.body.action', '[]')).toBe('')
  expect(select('$request.body.action', '{"action":null}')).toBe('')
  expect(select('$request.body.action', '{"action":["a","b"]}')).toBe('["a","b"]')
  expect(select('$request.body.action', '{"action":7}')).toBe('7')
})

test('a message that is no JSON asks for no route', () => {
  expect(select('$request.body.action', 'hello')).toBeNull()
  expect(select('x/${request.body.action}', '')).toBeNull()
})

test.each([
  '',
  '  ',
  '$',
  '$request.body',
  '$request.header.x',
  '$context.stage',
  'a$b',
  '${}',
  '${request.query.a}',
])('%j is no selection expression, and says why', (source) => {
  expect(compileSelection(source)).toBeTypeOf('string')
})

test('no message makes it throw, and what is put in is not read again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (message) => {
      const key = select('${request.body.action}/${request.body.b}', message)
      expect(key === null || typeof key === 'string').toBe(true)
    }),
  )
  expect(select('$request.body.action', '{"action":"${request.body.b}","b":"x"}')).toBe('${request.body.b}')
})
