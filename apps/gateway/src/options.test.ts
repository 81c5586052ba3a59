import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { defaultLimits, gatewayOptions } from './options.ts'

const read = (env: Record<string, string>) => gatewayOptions(env, () => undefined)

test('what nothing is said of is as usual, and what is said holds', () => {
  expect(read({}).limits).toEqual(defaultLimits)
  expect(read({ PENSTOCK_GATEWAY_HEAD_BYTES: '65536', PENSTOCK_GATEWAY_IDLE_MS: '' }).limits).toEqual({
    ...defaultLimits,
    maxHeaderBytes: 65_536,
  })
})

test.each([
  ['PENSTOCK_GATEWAY_HEAD_BYTES', '100'],
  ['PENSTOCK_GATEWAY_HEAD_MS', '1.5'],
  ['PENSTOCK_GATEWAY_REQUEST_MS', 'long'],
  ['PENSTOCK_GATEWAY_PORT', '65536'],
  ['PENSTOCK_GATEWAY_WORKERS', '0'],
  ['PENSTOCK_GATEWAY_WORKERS', 'all'],
])('%s=%s is refused by its name', (variable, text) => {
  expect(() => read({ [variable]: text })).toThrow(
    expect.objectContaining({ code: 'SETTING_INVALID', message: expect.stringContaining(variable) }),
  )
})

test('one process serves, or as many as are asked for, or one for each processor', () => {
  expect(read({}).workers).toBe(1)
  expect(read({ PENSTOCK_GATEWAY_WORKERS: '3' }).workers).toBe(3)
  expect(read({ PENSTOCK_GATEWAY_WORKERS: 'auto' }).workers).toBe(availableParallelism())
})

test('certificates are named in pairs', () => {
  const [cert, key] = ['PENSTOCK_GATEWAY_TLS_CERT', 'PENSTOCK_GATEWAY_TLS_KEY'] as const
  expect(read({}).tls).toBeNull()
  expect(read({ [cert]: 'a.pem, b.pem', [key]: 'a.key,b.key' }).tls).toEqual({
    port: 9443,
    certificates: [
      { certFile: 'a.pem', keyFile: 'a.key' },
      { certFile: 'b.pem', keyFile: 'b.key' },
    ],
  })
  expect(() => read({ [cert]: 'a.pem,b.pem', [key]: 'a.key' })).toThrow(/PENSTOCK_GATEWAY_TLS_KEY/)
})
