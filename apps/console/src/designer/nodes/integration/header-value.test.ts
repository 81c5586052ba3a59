import { expect, test } from 'vitest'
import { expressionOf, textOfExpression } from './header-value.ts'

test.each([
  ['*', "'*'"],
  ['no-store, max-age=0', "'no-store, max-age=0'"],
  ['', "''"],
  ["it's", "'it's'"],
  ['integration.response.header.ETag', 'integration.response.header.ETag'],
  ['integration.response.body.id', 'integration.response.body.id'],
  ['context.requestId', 'context.requestId'],
  ['stageVariables.origin', 'stageVariables.origin'],
  ["'context.requestId'", "'context.requestId'"],
])('%j is written as %j, and shown as it was typed', (text, expression) => {
  expect(expressionOf(text)).toBe(expression)
  expect(textOfExpression(expression)).toBe(text)
})
