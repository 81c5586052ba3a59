import { embeddedFolder } from '@penstock/testkit'
import { expect, test, vi } from 'vitest'
import type { HousekeepingOptions } from './sync/housekeeping.ts'
import { startServer } from './start-server.ts'

const seen = vi.hoisted(() => ({
  options: undefined as HousekeepingOptions | undefined,
  atDisposal: async () => {},
}))
vi.mock('./sync/housekeeping.ts', () => ({
  startHousekeeping(options: HousekeepingOptions) {
    seen.options = options
    return { [Symbol.asyncDispose]: () => seen.atDisposal() }
  },
}))

test('closing answers nobody any more before it waits for housekeeping, which still has its database', async () => {
  using folder = await embeddedFolder()
  const env = { PENSTOCK_LOG_LEVEL: 'silent' }
  const server = await startServer({ port: 0, host: '127.0.0.1', dataDir: folder.path, env })
  const { collect, closing } = seen.options!
  let reached: unknown
  seen.atDisposal = async () => {
    reached = await fetch(server.localUrl).catch(() => 'refused')
    await collect(new AbortController().signal)
  }
  expect(closing.aborted).toBe(false)
  await server.close()
  expect(closing.aborted).toBe(true)
  expect(reached).toBe('refused')
})
