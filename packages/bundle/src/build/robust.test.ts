import { nonsense } from '@penstock/testkit/nonsense'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildBundle, exampleRequest } from '../build.ts'
import { loadBundle } from '../load.ts'
import { mocked, petApi, shuffledKeys } from './definition.fixture.ts'

test('whatever responses and schemas say, there is a bundle that loads, and key order leaves no trace in it', () => {
  fc.assert(
    fc.property(nonsense, nonsense, nonsense, (response, schema, example) => {
      const definition = mocked(
        {
          200: response,
          404: { content: { 'application/json': { schema } } },
          500: { content: { 'text/xml': { schema } } },
        },
        { kind: 'model', id: 'mod_1', name: 'Pet', schema },
        { kind: 'component', id: 'com_1', section: 'examples', name: 'e', value: example },
      )
      const { bytes, hash } = buildBundle(definition)
      loadBundle(bytes, hash)
      const shuffled = new Map([...definition].map(([id, record]) => [id, shuffledKeys(record)]))
      expect(buildBundle(shuffled).hash).toBe(hash)
    }),
    { numRuns: 300 },
  )
})

// Each was read again from each of its characters: minutes of the server's only loop.
test.each([
  [
    'slashes of a base path',
    petApi({}, {}, { kind: 'api', id: 'api_1', name: 'a', basePath: `${'/'.repeat(1e6)}x` }),
  ],
  [
    'slashes of a base URL',
    petApi(
      { type: 'http_proxy', upstream: 'ups_1' },
      {},
      { kind: 'upstream', id: 'ups_1', name: 'a', url: `http://a.example${'/'.repeat(1e6)}x` },
    ),
  ],
  [
    'functions of a URI',
    petApi({ type: 'aws_proxy', uri: `arn:aws:x${':lambda:path/2015/functions/'.repeat(4e4)}` }),
  ],
  ['variables of a name', petApi({ type: 'aws_proxy', uri: `arn:aws:lambda:function:${'${'.repeat(5e5)}` })],
])('a megabyte of %s is read once', (_, definition) => {
  exampleRequest(definition)
  const { bytes, hash } = buildBundle(definition)
  expect(loadBundle(bytes, hash).routes).toHaveLength(1)
})
