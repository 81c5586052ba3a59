import { expect, test } from 'vitest'
import { renderMockStatus } from './index.ts'

test.each([
  '{"statusCode": 200}',
  '{ statusCode: 200 }',
  "{'statusCode':200}",
  '{statusCode: 200, "value": \'x\'}',
  "{'statusCode': 200, '': ''}",
  '{"statusCode": 200 , }',
  '{"statusCode": 200 ,, }',
  '{,statusCode:200}',
  '{"statusCode": 200 , null: null }',
  '{statusCode: 404, statusCode: 200}',
  '{a: {statusCode: 1, b: [1,,{c: d}]}, statusCode: 200}',
  '{statusCode: 200, a}: [b c]}',
  '{statusCode: 200} and more',
  '\n{\n  "statusCode" : 200\n}\n',
])('%j asks for 200', (output) => {
  expect(renderMockStatus(output)).toBe(200)
})

test.each([
  '',
  '{}',
  '[]',
  'statusCode: 200',
  '[{statusCode: 200}]',
  '{"status": 200}',
  '{"statusCode": "200"}',
  '{"statusCode": 200.5}',
  '{"statusCode": true}',
  '{"statusCode": 200',
  '{"statusCode\': 200}',
  '{statusCode 200}',
  '{statusCode: }',
  '{statusCode: 200, {a}: 1}',
  '{a: "x" statusCode: 200}',
  `{a: ${'['.repeat(100_000)}`,
])('%# asks for nothing', (output) => {
  expect(renderMockStatus(output)).toBeUndefined()
})
