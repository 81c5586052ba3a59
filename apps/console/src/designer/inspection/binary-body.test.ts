import { expect, test } from 'vitest'
import { bytesOf, fileNameOf } from './binary-body.ts'

test('bytes come out of base64 as they went in', () => {
  expect([...bytesOf(Buffer.from([0, 255, 128, 10]).toString('base64'))]).toEqual([0, 255, 128, 10])
})

test.each([
  ['image/png', 'answer.png'],
  ['application/pdf; charset=binary', 'answer.pdf'],
  ['image/svg+xml', 'answer.xml'],
  ['application/octet-stream', 'answer.bin'],
  ['application/vnd.openxmlformats-officedocument', 'answer.bin'],
  [undefined, 'answer.bin'],
])('a body of type %s is saved as %s', (type, name) => {
  expect(fileNameOf(type)).toBe(name)
})
