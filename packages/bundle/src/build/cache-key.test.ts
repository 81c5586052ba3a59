import type { Integration } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../build.ts'
import { petApi } from './definition.fixture.ts'

const built = (integration: Partial<Integration>) => {
  const { bundle, diagnostics } = buildBundle(
    petApi({}, { integration: 'int_1' }, { kind: 'integration', id: 'int_1', type: 'mock', ...integration }),
  )
  return { format: bundle.format, cache: bundle.routes[0]?.cache, codes: diagnostics.map(({ code }) => code) }
}

test('a route has the key parameters and the namespace of its integration, and what is mapped to those of its request', () => {
  const requestParameters = { 'integration.request.header.h': 'method.request.querystring.q' }
  const cacheKeyParameters = ['method.request.path.id', 'integration.request.header.h']
  expect(built({ requestParameters, rest: { cacheKeyParameters, cacheNamespace: 'pets' } })).toMatchObject({
    format: 5,
    cache: {
      namespace: 'pets',
      key: {
        'integration.request.header.h': 'method.request.querystring.q',
        'method.request.path.id': 'method.request.path.id',
      },
    },
  })
})

test('a parameter that nothing is mapped to is told, and a route without any has no key of its own', () => {
  const { cache, codes } = built({ rest: { cacheKeyParameters: ['integration.request.header.h'] } })
  expect(cache).toBeUndefined()
  expect(codes).toContain('cache-key-unknown')
  expect(built({})).not.toMatchObject({ format: 5 })
})
