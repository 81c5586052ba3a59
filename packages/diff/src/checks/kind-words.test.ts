import { expect, test } from 'vitest'
import { kindAndName } from './kind-words.ts'

test('a record that is called as its kind is quoted, for nobody says the same word twice', () => {
  expect(kindAndName('model', 'Pet')).toBe('model Pet')
  expect(kindAndName('authorizer', 'authorizer')).toBe('authorizer "authorizer"')
})
