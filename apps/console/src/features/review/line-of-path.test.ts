import { expect, it } from 'vitest'
import { lineOfPath } from './line-of-path.ts'

const text = `httpMethod: GET
parameters:
  - name: since
    in: query
  - name: page
    in: query
responses:
  "200":
    description: OK
    content:
      application/json:
        schema: { type: object, properties: { id: {} } }
`

it('finds the line of a member, of an item, and of what is written in one line', () => {
  expect(lineOfPath(text, ['httpMethod'])).toBe(1)
  expect(lineOfPath(text, ['parameters'])).toBe(2)
  expect(lineOfPath(text, ['parameters', 1])).toBe(5)
  expect(lineOfPath(text, ['parameters', 1, 'in'])).toBe(6)
  expect(lineOfPath(text, ['responses', '200', 'content', 'application/json'])).toBe(11)
  expect(
    lineOfPath(text, ['responses', '200', 'content', 'application/json', 'schema', 'properties', 'id']),
  ).toBe(12)
})

it('goes as far as there is something, and begins at the top', () => {
  expect(lineOfPath(text, ['responses', '404', 'description'])).toBe(7)
  expect(lineOfPath(text, [])).toBe(1)
  expect(lineOfPath('', ['a'])).toBe(1)
})
