import { expect, test } from 'vitest'
import { suggestedSlug } from './suggested-slug.ts'

test('a title suggests its slug, numbered where that is taken', () => {
  expect(suggestedSlug('Orders API', new Set())).toBe('orders-api')
  expect(suggestedSlug('Orders API', new Set(['orders-api', 'orders-api-2']))).toBe('orders-api-3')
  expect(suggestedSlug('!', new Set())).toBe('api')
  expect(suggestedSlug(`${'a'.repeat(49)} b`, new Set())).toBe('a'.repeat(49))
})
