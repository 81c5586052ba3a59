import { expect, test } from 'vitest'
import { compileLimits } from './compiled-limits.ts'

const api = (type: 'REST' | 'HTTP') => ({
  id: 'api_1',
  name: 'Orders',
  type,
  compatibility: 'aws' as const,
  binaryMediaTypes: [],
})

test.each([
  ['REST', 29_000],
  ['HTTP', 30_000],
] as const)(
  'an Amazon %s API waits %d ms, unless its stage says otherwise, and then for as long as it says',
  (type, usual) => {
    expect(compileLimits(api(type)).timeoutMs).toBe(usual)
    expect(compileLimits(api(type), { timeoutMs: 900_000 }).timeoutMs).toBe(900_000)
  },
)
