import { expect, it } from 'vitest'
import { fieldPath, valueText } from './field-path.ts'

it.each([
  [['name'], 'name'],
  [['request', 'parameters', 0, 'name'], 'request.parameters[0].name'],
  [['responses', '200', 'content', 'application/json'], 'responses.200.content["application/json"]'],
  [[], ''],
])('writes %j', (path, text) => {
  expect(fieldPath(path)).toBe(text)
})

it('shows strings bare and the rest as JSON', () => {
  expect(valueText('a b')).toBe('a b')
  expect(valueText({ a: 1 })).toBe('{\n  "a": 1\n}')
  expect(valueText(undefined)).toBe('none')
})
