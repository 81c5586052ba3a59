import { expect, test } from 'vitest'
import { titleOfDescription } from './title-of-description.ts'

test.each([
  ['{"openapi":"3.1.0","paths":{},"info":{"title":"Orders","version":"1"}}', 'Orders'],
  ['openapi: 3.1.0\ninfo:\n  version: 1.0.0\n  title: Orders # ours\npaths: {}', 'Orders'],
  ['info:\r\n  title: "Pets: all of them"\r\npaths: {}\r\n', 'Pets: all of them'],
  ["info:\n\n# who\n  title: 'Pets'", 'Pets'],
])('the title of %j is read', (document, title) => {
  expect(titleOfDescription(document)).toBe(title)
})

test.each(['', '{"info":', '{"info":null}', 'paths:\n  title: x', 'info:\n  version: 1\ntags:\n  title: x'])(
  '%j has none',
  (document) => {
    expect(titleOfDescription(document)).toBeNull()
  },
)
