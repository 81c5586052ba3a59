import { expect, test } from 'vitest'
import { apiOfHost, resolveAddress } from './address.ts'
import type { CompiledStage } from './compiled-stage.ts'
import { contextOf } from './request-context.fixture.ts'

const stageOf = (slug: string, name: string) => ({ slug, name }) as CompiledStage
const table = {
  apis: new Map([
    [
      'orders',
      new Map([
        ['dev', stageOf('orders', 'dev')],
        ['$default', stageOf('orders', '$default')],
      ]),
    ],
    ['bare', new Map([['dev', stageOf('bare', 'dev')]])],
  ]),
}

function resolve(target: string, host = 'gateway.example') {
  const context = contextOf({ target, headers: { Host: host } })
  const stage = resolveAddress(context, table, 'gateway.localhost')
  return [`${stage.slug}/${stage.name}`, context.path, context.contextPath, context.basePath]
}

const host = 'orders.gateway.localhost:9080'

test.each([
  ['/orders/dev/pets?x=1', undefined, ['orders/dev', '/pets', '/dev/pets', '/orders/dev']],
  ['/orders/dev', undefined, ['orders/dev', '/', '/dev', '/orders/dev']],
  ['/orders/%24default/pets', undefined, ['orders/$default', '/pets', '/pets', '/orders/%24default']],
  ['/dev/pets', host, ['orders/dev', '/pets', '/dev/pets', '/dev']],
  ['/pets/1/', host, ['orders/$default', '/pets/1/', '/pets/1/', '/']],
  ['//dev/pets', host, ['orders/dev', '/pets', '/dev/pets', '/dev']],
  ['/dev//pets', host, ['orders/dev', '/pets', '/dev//pets', '/dev']],
])('%s on %s', (target, on, expected) => {
  expect(resolve(target, on)).toEqual(expected)
})

test('what is not served has a code of its own', () => {
  expect(() => resolve('/nobody/dev')).toThrow(expect.objectContaining({ code: 'API_NOT_SERVED' }))
  expect(() => resolve('/bare/prod')).toThrow(expect.objectContaining({ code: 'STAGE_NOT_SERVED' }))
})

test.each(['/orders/dev/../../x', '/orders/dev/%2e./x', '/orders/dev/..%2fx', '/orders/dev/a%5C..'])(
  '%s climbs and is refused',
  (target) => {
    expect(() => resolve(target)).toThrow(expect.objectContaining({ code: 'REQUEST_MALFORMED' }))
  },
)

test('two dots inside a name are a name', () => {
  expect(resolve('/orders/dev/a..b/...')[1]).toBe('/a..b/...')
})

test('a host names an API by the one label before the suffix', () => {
  expect(apiOfHost('ORDERS.Gateway.localhost:9080', 'gateway.localhost')).toBe('orders')
  expect(apiOfHost('a.b.gateway.localhost', 'gateway.localhost')).toBe(null)
  expect(apiOfHost('gateway.localhost', 'gateway.localhost')).toBe(null)
})
