import type { Json } from '@penstock/model'
import { expect, test } from 'vitest'
import { defaultUpstream } from './default-upstream.ts'
import { renderDocument } from './render-document.ts'
import { readDocument } from './read/read-document.ts'
import { imported, openapi } from './document.fixture.ts'

test.each(['json', 'yaml'] as const)('%s reads back as the same value', (as) => {
  const shared = {
    type: 'string',
    pattern: '^\\d+$',
    enum: ['yes', '1', 'null', '~', '2020-01-01', '0x1f', ' a\nb '],
  }
  const document = openapi(
    { '/a': { get: { responses: { 200: { description: 'multi\nline\n' } } } } },
    { a: shared, b: shared, c: 1.5, d: null },
  )
  const text = renderDocument(document, as)
  expect(readDocument(text).document).toEqual(document)
  expect(text).not.toContain('&ref')
})

test.each<[Json, string | undefined]>([
  [[{ url: 'https://x.test/v1/' }], 'https://x.test/v1'],
  [[{ url: '/v1' }, { url: 'http://{h}/p', variables: { h: { default: 'y' } } }], 'http://y/p'],
  [[{ url: 'https://{unknown}/' }], undefined],
  [[{ url: '//z.test/v2' }], 'https://z.test/v2'],
  [[], undefined],
])('the default upstream of %j', (servers, url) => {
  expect(defaultUpstream(imported(openapi({}, { servers })).definition)).toBe(url)
})
