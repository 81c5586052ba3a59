import { expect, test } from 'vitest'
import type { CachedAnswer } from './response-caches.ts'
import { answerOf, storedAnswer } from './stored-answer.ts'

const answer: CachedAnswer = {
  status: 203,
  kind: 'traced',
  headers: ['Content-Type', 'text/plain', 'X-Name', 'h\u00e9 "x'],
  body: Buffer.from([0x0a, 0x00, 0xff, 0x0a]),
}

test('reads back what it wrote, byte by byte', () => {
  expect(answerOf(storedAnswer(answer))).toEqual(answer)
  const empty = { ...answer, headers: [], body: Buffer.alloc(0) }
  expect(answerOf(storedAnswer(empty))).toEqual(empty)
})

test.each([
  '',
  'x',
  '\n',
  'null\n',
  '{}\n',
  '[200,"untraced",["a"]]\n',
  '[200,"failure",[]]\n',
  '["200","traced",[]]\n',
  '[42,"traced",[]]\n',
  '[100,"traced",[]]\n',
  '[200,"traced",["A","b\\r\\nC: d"]]\n',
  '[200,"traced",["A b","c"]]\n',
  `[200,"traced",[]]\n${'x'.repeat(1_048_577)}`,
])('what nobody of this format wrote is no answer: %#', (text) => {
  expect(answerOf(Buffer.from(text))).toBeNull()
})
