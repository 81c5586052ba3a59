import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import { defaultLimits, readDocument } from './read-document.ts'

const codeOf = (run: () => unknown) => {
  try {
    run()
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : thrown
  }
  return undefined
}

test('YAML and JSON of one document read the same, integer keys and merge keys included', () => {
  const yaml = 'a: &a {x: 1}\nb:\n  <<: *a\n  200: {description: ok}\nd: 2020-01-01\n'
  const json = '{"a":{"x":1},"b":{"x":1,"200":{"description":"ok"}},"d":"2020-01-01"}'
  expect(readDocument(yaml).document).toEqual(JSON.parse(json))
  expect(readDocument(json).document).toEqual(JSON.parse(json))
  expect(readDocument(`\ufeff${json}`).document).toEqual(JSON.parse(json))
})

test('flow YAML that only looks like JSON is read', () => {
  expect(readDocument('{openapi: 3.1.0, info: {title: x}}').document).toEqual({
    openapi: '3.1.0',
    info: { title: 'x' },
  })
})

test('a syntax error is a diagnostic with line and column', () => {
  expect(readDocument('{"openapi": "3.0.1",\n "info": 1 "x": 2}').diagnostics[0]).toMatchObject({
    code: 'syntax',
    location: { line: 2, column: 12 },
  })
  expect(readDocument('openapi: 3.0.1\ninfo:\n  title: "x\n').diagnostics[0]).toMatchObject({
    code: 'syntax',
    location: { line: expect.any(Number), column: expect.any(Number) },
  })
  expect(readDocument('a: 1\na: 2\n').diagnostics[0]).toMatchObject({ code: 'syntax', location: { line: 2 } })
  expect(readDocument('{"openapi": "3.0.1", "info": {').diagnostics[0]?.message).toContain(
    'Invalid OpenAPI input.',
  )
})

test.each(['', '[]', 'null', '"text"', 'just words', '42', '--- a\n--- b\n'])('%j is no document', (text) => {
  const { document, diagnostics } = readDocument(text)
  expect(document).toBeNull()
  expect(diagnostics).toHaveLength(1)
})

test('an alias bomb is refused by counting, without being expanded', () => {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 12; i++)
    lines.push(
      `l${i}: &l${i} [${Array(10)
        .fill(`*l${i - 1}`)
        .join(', ')}]`,
    )
  expect(codeOf(() => readDocument(lines.join('\n')))).toBe('IMPORT_TOO_COMPLEX')
})

test('an anchor that contains itself is a diagnostic', () => {
  expect(readDocument('a: &a\n  b: *a\n').diagnostics[0]).toMatchObject({ code: 'circular-alias' })
})

test('size and depth have limits', () => {
  expect(codeOf(() => readDocument(`{"a":"${'x'.repeat(200)}"}`, { ...defaultLimits, bytes: 100 }))).toBe(
    'IMPORT_TOO_LARGE',
  )
  expect(readDocument(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).diagnostics[0]).toMatchObject({
    code: 'too-deep',
  })
  expect(readDocument(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`).diagnostics).toHaveLength(1)
})

test('a YAML value that JSON has no word for is located', () => {
  expect(readDocument('info:\n  x: .inf\n').diagnostics[0]).toMatchObject({
    code: 'not-json',
    location: { pointer: '/info/x' },
  })
})
