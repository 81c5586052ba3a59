import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caller } from './caller.ts'
import { RecordBatch } from './record-batch.ts'

const callerOf = (address: string): Caller => ({
  apiKey: undefined,
  authorization: undefined,
  userAgent: undefined,
  address,
})

test('the bytes are the records that are left, in order, each with its consumer', () => {
  const records = fc.array(
    fc.record({ id: fc.string({ unit: 'grapheme' }), path: fc.string({ maxLength: 4_000 }) }),
    { maxLength: 300 },
  )
  fc.assert(
    fc.property(records, fc.nat(300), fc.boolean(), (all, dropped, isKnown) => {
      const batch = new RecordBatch()
      const callers = ['10.0.0.1', '10.0.0.2'].map(callerOf)
      for (const [at, record] of all.entries()) batch.add(JSON.stringify(record), callers[at % 2]!)
      batch.drop(Math.min(dropped, all.length))
      const left = all.map((record, at) => (isKnown ? { ...record, consumer: `c${at % 2}` } : record))
      const bytes = batch.toBytes(
        '{"node":"ñ","requests":',
        ({ address }) => (isKnown ? `"c${Number(address.at(-1)) - 1}"` : null),
        '}',
      )
      expect(JSON.parse(bytes.toString())).toEqual({ node: 'ñ', requests: left.slice(dropped) })
      expect(batch.size).toBe(Math.max(0, all.length - dropped))
    }),
  )
})

test('who called is asked once for each caller of a batch', () => {
  const batch = new RecordBatch()
  const caller = callerOf('10.0.0.1')
  for (let i = 0; i < 5; i++) batch.add(`{"i":${i}}`, caller)
  let asked = 0
  batch.toBytes(
    '',
    () => {
      asked++
      return null
    },
    '',
  )
  expect(asked).toBe(1)
})

test('cleared, it is as new, whatever it held and was sent as', () => {
  const batch = new RecordBatch()
  const none = () => null
  for (let i = 0; i < 100; i++) batch.add(JSON.stringify({ path: 'x'.repeat(5_000) }), callerOf('10.0.0.1'))
  batch.drop(3)
  batch.toBytes('', none, '')
  batch.clear()
  expect(batch.size).toBe(0)
  batch.add('{"id":1}', callerOf('10.0.0.1'))
  expect(batch.toBytes('', none, '').toString()).toBe('[{"id":1}]')
})
