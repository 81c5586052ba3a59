import { expect, it } from 'vitest'
import { placeOfPath } from './place-of-path.ts'

const lineOfPath = (...asked: Parameters<typeof placeOfPath>) => placeOfPath(...asked).line

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

it('says which part of the line that is, in JSON as well', () => {
  const schema = { properties: { age: { type: 'integer', enum: [1, 2, 1] } }, required: ['name', 'ag'] }
  const json = JSON.stringify(schema, null, 2)
  const said = (path: (string | number)[]) => {
    const { start, end } = placeOfPath(json, path)
    return json.slice(start, end)
  }
  expect(said(['properties', 'age', 'enum', 2])).toBe('1')
  expect(said(['required', 1])).toBe('"ag"')
  expect(said(['properties', 'age', 'type'])).toBe('"type": "integer"')
  // Of what goes on below it is the first line.
  expect(said(['properties', 'age'])).toBe('"age": {')
  expect(placeOfPath(json, ['required', 1])).toMatchObject({ line: 14, column: 5 })
})
