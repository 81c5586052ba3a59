import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Throttles } from '../throttles/throttles.ts'
import { KeyRing } from './key-ring.ts'

const valueOf = (at: number) => `a-key-of-somebody-${at}`
const keyOf = (at: number) => ({
  id: `key_${at}`,
  hash: createHash('sha256').update(valueOf(at)).digest('base64url'),
})
const ringOf = (count: number) =>
  new KeyRing(
    [{ id: 'plan', keys: Array.from({ length: count }, (_, at) => keyOf(at)) }],
    new Throttles(() => 0),
  )

test('a key is found by its value, the first time and every other, among more than are remembered', () => {
  const count = 2_500
  const ring = ringOf(count)
  for (let round = 0; round < 2; round++)
    for (let at = 0; at < count; at++) expect(ring.find(valueOf(at))?.id).toBe(`key_${at}`)
})

test('what is no value of a key finds nothing, however often it is shown', () => {
  const ring = ringOf(1)
  ring.find(valueOf(0))
  for (const value of ['', 'x', valueOf(1), keyOf(0).hash, `${valueOf(0)} `, 'x'.repeat(1_000)])
    for (let time = 0; time < 2; time++) expect(ring.find(value)).toBeUndefined()
})
