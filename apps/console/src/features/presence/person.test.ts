import { expect, test } from 'vitest'
import { initials, personColour } from './person.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['  Grace  Brewster Murray Hopper ', 'GH'],
  ['', '?'],
])('the initials of "%s" are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('somebody has one colour, and not everybody the same', () => {
  const ids = Array.from({ length: 50 }, (_, i) => `usr_${i}`)
  expect(ids.map(personColour)).toEqual(ids.map(personColour))
  expect(new Set(ids.map(personColour)).size).toBeGreaterThan(4)
})
