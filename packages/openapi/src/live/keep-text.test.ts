import type { ApiRecord } from '@penstock/model'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { exportDocument } from '../export-document.ts'
import { keepText, renderKept } from './keep-text.ts'
import { keptOf } from './kept-part.ts'
import { imported, keptOfTyped, opened, source } from './kept.fixture.ts'
import { LiveDocument } from './live-document.ts'

test('an export in YAML has the comments and order of the text, and says the same', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const document = exportDocument(definition, { format: 'oas31', extensions: 'penstock' })
  const text = renderKept(document, parts, definition)
  for (const comment of source.matchAll(/#.*$/gm)) expect(text).toContain(comment[0])
  expect(load(text)).toEqual(load(JSON.stringify(document)))
  expect(imported(text)).toEqual(imported(JSON.stringify(document)))
})

test('JSON is written in the order that was kept; an import of JSON keeps its order', () => {
  const json = { openapi: '3.1.0', paths: { '/b': {}, '/a': {} }, info: { version: '1', title: 'A' } }
  const definition = imported(JSON.stringify(json))
  const { syntax, parts } = keepText(JSON.stringify(json), definition)
  expect(syntax).toBe('json')
  expect(new LiveDocument(definition, 'json', keptOf(parts)).text).toBe(`${JSON.stringify(json, null, 2)}\n`)
})

test('anchors of one member that others refer to stay', () => {
  const torn = source.replace('responses: {"200": {description: OK}}', 'responses: {"200": *ok}')
  const definition = imported(torn)
  expect(keepText(torn, definition).parts.map(({ place }) => place)).toEqual([''])
  expect(opened(definition, torn).text).toBe(torn)
})

test('a large text without comments costs nothing', () => {
  const long = `openapi: 3.1.0\ninfo:\n  title: A\n  version: "1"\n  description: "${'x'.repeat(1_100_000)}"\npaths: {}\n`
  expect(keepText(long, imported(long)).parts).toEqual([])
})

test.each([
  '{openapi: 3.1.0, info: {title: A, version: "1"}, paths: {}}',
  '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {},}',
  '{"openapi": "3.1.0", # ours\n"info": {"title": "A", "version": "1"}, "paths": {}}',
])('what begins like JSON and is YAML is imported: %s', (text) => {
  const definition = imported(text)
  const { syntax, parts } = keepText(text, definition)
  expect(syntax).toBe('yaml')
  expect(load(new LiveDocument(definition, 'yaml', keptOf(parts)).text)).toEqual(load(text))
})

test('a text that nothing can be kept of is imported all the same', () => {
  class Torn extends Map<string, ApiRecord> {
    override values(): never {
      throw new Error('torn')
    }
  }
  expect(keepText(source, new Torn())).toEqual({ syntax: 'yaml', parts: [], left: 1 })
  const tab = 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n"x-\t": 1 # one\n'
  expect(load(opened(imported(tab), tab).text)).toEqual(load(tab))
})

test('places that are too long for a key are not kept, and are said', () => {
  const long = `/${'äö'.repeat(500)}`
  const text = `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n  # Long.\n  ${long}: {}\n  # Short.\n  /a: {}\n`
  const { parts, left } = keepText(text, imported(text))
  expect(parts.map(({ place }) => place)).toContain('/paths/~1a')
  expect(parts.filter(({ place }) => place.length > 800)).toEqual([])
  expect(left).toBe(1)
  const { kept } = keptOfTyped(text)
  expect(kept.put.map(({ place }) => place)).toContain('/paths/~1a')
  expect(kept.left).toEqual([long])
})
