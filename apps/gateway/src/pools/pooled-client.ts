import type { BundlePool } from '@penstock/bundle'
import type { CompileScope } from '../integrations/integration.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireClient } from '../wire/client.ts'
import { hashKey } from './hash-key.ts'
import { PooledCall } from './pooled-call.ts'

/** Who makes the calls of an integration for a request. */
export type ClientOf = (context: RequestContext) => WireClient

/** Through the pool, where the integration has one; else the gateway's client as it is. */
export function clientOf(
  rules: BundlePool | undefined,
  { client, pools }: Pick<CompileScope, 'client' | 'pools'>,
): ClientOf {
  if (rules === undefined) return () => client
  const pool = pools.pool(rules)
  const keyOf = hashKey(rules.balancing)
  return (context) => ({
    send: (request, handler) => new PooledCall(context, client, pool, keyOf(context), request, handler),
    close: () => client.close(),
  })
}
