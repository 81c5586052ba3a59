import { expect, test } from 'vitest'
import { overtaken, typedInto } from './draft.ts'

test('a draft is overtaken once what it began from became something else than what is typed', () => {
  const draft = typedInto(typedInto(null, 'orders', 'o'), 'orders', 'our orders')
  expect(overtaken(draft, 'orders')).toBeNull()
  expect(overtaken(draft, 'their orders')).toMatch(/became “their orders”/)
  expect(overtaken(draft, '')).toMatch(/was emptied/)
  // Both mean the same: there is nothing to decide.
  expect(overtaken(draft, 'our orders')).toBeNull()
})

test('typing on does not forget what the draft began from', () => {
  const draft = typedInto(null, 'orders', 'o')
  const later = typedInto(draft, 'their orders', 'ou')
  expect(overtaken(later, 'their orders')).not.toBeNull()
})
