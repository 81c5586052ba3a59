import { expect, it } from 'vitest'
import { linesOf, sameVariables, variablesOf } from './variable-lines.ts'

it('reads back what it wrote', () => {
  const variables = { backend: 'orders.internal', region: 'eu' }
  expect(variablesOf(linesOf(variables))).toEqual(variables)
})

it('ignores lines without a name', () => {
  expect(variablesOf([{ key: 0, name: '', value: 'x' }])).toEqual({})
})

it('compares without regard to order', () => {
  expect(sameVariables({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
  expect(sameVariables({ a: '1' }, { a: '2' })).toBe(false)
  expect(sameVariables({ a: '' }, { b: '' })).toBe(false)
})
