import { expect, it } from 'vitest'
import { type FindingView, isOnePlace, placesOf, readPlace, writePlace } from './place-of-finding.ts'

const finding = (more: Partial<FindingView>): FindingView => ({
  check: 'x',
  verdict: 'safe',
  message: 'x',
  location: {},
  ...more,
})
const place = { record: 'met_1', path: ['parameters', 0] }

it('names both sides, one where the other was not there', () => {
  expect(placesOf(finding({ before: { record: 'met_1' }, after: place }))).toEqual([
    { side: 'before', record: 'met_1', path: [] },
    { side: 'after', ...place },
  ])
  expect(placesOf(finding({ after: place }))).toHaveLength(1)
})

it('knows a place that is the same on both sides', () => {
  expect(isOnePlace(placesOf(finding({ before: place, after: place })))).toBe(true)
  expect(isOnePlace(placesOf(finding({ before: { record: 'met_1' }, after: place })))).toBe(false)
  expect(isOnePlace(placesOf(finding({ after: place })))).toBe(false)
})

it('keeps a place in the address, and takes nothing else for one', () => {
  expect(readPlace(writePlace({ side: 'after', ...place }))).toEqual({ side: 'after', path: place.path })
  for (const other of [undefined, 'x', '{}', '["aside"]', '12']) expect(readPlace(other)).toBeUndefined()
})
