import { redisAvailable, startRedis } from '@penstock/testkit/redis'
import type { RedisAddress } from './redis-link.ts'
import type { GatewayOptions } from '../options.ts'
import { type TestGateway, testGateway } from '../testing.fixture.ts'

export interface CacheStore {
  readonly name: string
  readonly testGateway: (options?: Partial<GatewayOptions>) => Promise<TestGateway>
}

/**
 * Whatever answers are kept in, for `describe.each`: one suite, two implementations. Redis is left out where there is none; on
 * CI that is a failure, because then nobody would see that half of the suite does not run.
 */
export const cacheStores: readonly CacheStore[] = [
  { name: 'memory', testGateway },
  ...(redisAvailable() || process.env['CI'] === 'true'
    ? [{ name: 'Redis', testGateway: gatewayWithRedis }]
    : []),
]

/** Waits for Redis for as long as it takes: a test that is about something else must not find it late. */
export function patient(url: string): RedisAddress {
  return { url, waitMs: 60_000 }
}

/** A gateway with a Redis of its own, once it has found it. */
async function gatewayWithRedis(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const redis = await startRedis()
  const test = await testGateway({ ...options, redis: patient(redis.url) })
  await untilHealthy(test)
  return {
    ...test,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

/** Until the gateway knows no problem. */
export async function untilHealthy({ gateway }: TestGateway): Promise<void> {
  await untilHealth(gateway.adminUrl, (text) => text === 'ok\n')
}

export async function untilHealth(adminUrl: string, isWanted: (text: string) => boolean): Promise<void> {
  const until = Date.now() + 10_000
  for (;;) {
    const text = await (await fetch(`${adminUrl}/healthz`)).text()
    if (isWanted(text)) return
    if (Date.now() > until) throw new Error(`the gateway says: ${text}`)
  }
}
