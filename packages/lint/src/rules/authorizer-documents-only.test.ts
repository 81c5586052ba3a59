import type { Authorizer } from '@penstock/model'
import { expect, test } from 'vitest'
import { lint } from '../linter.ts'
import { api, get, pets } from '../testing.fixture.ts'

const who: Authorizer = { kind: 'authorizer', id: 'aut_1', name: 'who', scheme: { type: 'http' } }
const found = (...records: Parameters<typeof pets>) =>
  lint(pets(...records))
    .filter(({ code }) => code === 'authorizer-documents-only')
    .map(({ location, message }) => [location.record, message])

test('methods that an authorizer leaves open are named, beyond three counted', () => {
  const verbs = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
  const more = verbs.map((httpMethod) => get({ id: `met_${httpMethod}`, httpMethod }))
  expect(found(who, api({ security: [{ who: [] }] }), ...more)).toEqual([
    [
      'aut_1',
      'GET /pets/{id}, POST /pets/{id}, PUT /pets/{id} and 2 more are open to everybody: "who" only says how to sign in.',
    ],
  ])
})

test('a method that inherits the words of an authorizer and not the authorizer is open, and told as that', () => {
  const deciding = { ...who, settings: { type: 'jwt' } }
  expect(found(deciding, api({ security: [{ who: [] }] }))).toEqual([
    ['met_get', 'Callers are told to sign in for "who", which is not asked: everybody gets in.'],
  ])
})
