import { expect, test } from 'vitest'
import { type Place, readPlace, writePlace } from './place.ts'

test.each<[string, Place]>([
  ['/portal/pets', { slug: 'pets', stage: null, page: { kind: 'overview' } }],
  ['/portal/pets?stage=dev', { slug: 'pets', stage: 'dev', page: { kind: 'overview' } }],
  ['/portal/pets/changelog?stage=dev', { slug: 'pets', stage: 'dev', page: { kind: 'changelog' } }],
  [
    '/portal/github/operations/repos%2Fget',
    { slug: 'github', stage: null, page: { kind: 'operation', name: 'repos/get' } },
  ],
  [
    '/portal/pets/schemas/Pet%20%26%20owner?stage=%24default',
    { slug: 'pets', stage: '$default', page: { kind: 'schema', name: 'Pet & owner' } },
  ],
])('%s names a page and is named by it', (address, place) => {
  expect(readPlace(address)).toEqual(place)
  expect(writePlace(place)).toBe(address)
})

test('a slash that a proxy decoded, a trailing slash and a stray percent sign still lead somewhere', () => {
  expect(readPlace('/portal/github/operations/repos/get').page).toEqual({
    kind: 'operation',
    name: 'repos/get',
  })
  expect(readPlace('/portal/pets/').page).toEqual({ kind: 'overview' })
  expect(readPlace('/portal/pets/schemas/100%').page).toEqual({ kind: 'schema', name: '100%' })
})

test('an address that names no page says so', () => {
  expect(readPlace('/portal/pets/operations').page).toEqual({ kind: 'unknown' })
  expect(readPlace('/portal/pets/constructor/x').page).toEqual({ kind: 'unknown' })
})
