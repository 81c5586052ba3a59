import { expect, test } from 'vitest'
import { initials, personColour, tellingInitials } from './person.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'Ad'],
  ['  Grace  Brewster Murray Hopper ', 'GH'],
  ['Zoë Ångström', 'ZÅ'],
  ['👩‍🚀 Ride', '👩‍🚀R'],
  ['', '?'],
])('the initials of "%s" are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('people who are there together are told apart by their initials', () => {
  const names = ['Ada Lovelace', 'Alan Lamport', 'Grace Hopper', 'bea', 'beth', 'Bea Booker', 'Ben Baker']
  const people = names.map((name) => ({ id: name, name }))
  expect([...tellingInitials(people).values()].sort()).toEqual([
    'AdL',
    'AlL',
    'Bea',
    'BeaB',
    'BenB',
    'Bet',
    'GH',
  ])
  // One person with two tabs is still one.
  expect([...tellingInitials([people[0]!, people[0]!]).values()]).toEqual(['AL'])
})

test('somebody has one colour, and not everybody the same', () => {
  const ids = Array.from({ length: 50 }, (_, i) => `usr_${i}`)
  expect(ids.map(personColour)).toEqual(ids.map(personColour))
  expect(new Set(ids.map(personColour)).size).toBeGreaterThan(4)
})
