import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Orders API v2', 'orders-api-v2'],
  ['  Café & Çays ', 'cafe-cays'],
  ['***', ''],
  ['x'.repeat(80), 'x'.repeat(63)],
])('suggests a slug for %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
