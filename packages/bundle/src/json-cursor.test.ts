import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonCursor } from './json-cursor.ts'

/** Reads the outermost object or array member by member. */
function inPieces(text: string): unknown {
  const cursor = new JsonCursor(text)
  const read = () => {
    if (cursor.isArray) {
      const list: unknown[] = []
      for (const _ of cursor.elements()) list.push(cursor.value())
      return list
    }
    const object: Record<string, unknown> = {}
    for (const name of cursor.members())
      Object.defineProperty(object, name, {
        value: cursor.value(),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    return object
  }
  const value = read()
  cursor.end()
  return value
}

const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
const layout = fc.constantFrom(undefined, 2, '\t')

test('what is read in pieces is what JSON.parse reads', () => {
  fc.assert(
    fc.property(container, layout, (value, space) => {
      const text = JSON.stringify(value, null, space)
      expect(inPieces(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('what JSON.parse refuses is refused in pieces: cut anywhere, or with a character too many anywhere', () => {
  const isJson = (text: string) => {
    try {
      return typeof JSON.parse(text) === 'object'
    } catch {
      return false
    }
  }
  const spoiled = fc.tuple(
    container,
    fc.nat(),
    fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '1', 'x'),
  )
  fc.assert(
    fc.property(spoiled, ([value, place, sign]) => {
      const text = JSON.stringify(value)
      const at = place % text.length
      const broken = sign === '' ? text.slice(0, at) : text.slice(0, at) + sign + text.slice(at)
      fc.pre(!isJson(broken))
      expect(() => inPieces(broken)).toThrow(SyntaxError)
    }),
    { numRuns: 2_000 },
  )
})
