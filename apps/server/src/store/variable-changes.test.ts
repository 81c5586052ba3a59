import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedVariables, takenBack } from './variable-changes.ts'

const names = fc.constantFrom('a', 'b', 'c', '__proto__')
const variables = fc
  .uniqueArray(fc.tuple(names, fc.constantFrom('1', '2', '')), { selector: ([name]) => name })
  .map((entries) => Object.fromEntries(entries))

test('what deployments changed, taken back the latest first, is what was before', () => {
  fc.assert(
    fc.property(fc.array(variables, { minLength: 1 }), (states) => {
      const changes = states.slice(1).map((after, at) => changedVariables(states[at]!, after))
      expect(takenBack(states.at(-1)!, changes.toReversed())).toEqual(states[0])
    }),
  )
})

test('what somebody set since stays', () => {
  const changes = changedVariables({ a: 'old' }, { a: 'new', b: 'added' })
  expect(changes).toEqual({ a: { from: 'old', to: 'new' }, b: { from: null, to: 'added' } })
  expect(takenBack({ a: 'mine', b: 'added', c: 'mine too' }, [changes])).toEqual({ a: 'mine', c: 'mine too' })
  expect(takenBack({ a: 'new' }, [changes])).toEqual({ a: 'old' })
})
