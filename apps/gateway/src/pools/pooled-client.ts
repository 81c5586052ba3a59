import type { BundlePool } from '@penstock/bundle'
import { fillVariables } from '../integrations/http/uri.ts'
import type { CompileScope } from '../integrations/integration.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireClient } from '../wire/client.ts'
import { hashKey } from './hash-key.ts'
import { Member, Pool } from './pool.ts'
import { PooledCall } from './pooled-call.ts'

/** Who makes the calls of an integration for a request. */
export type ClientOf = (context: RequestContext) => WireClient

/** Through the pool, where the integration has one; else the gateway's client as it is. */
export function clientOf(rules: BundlePool | undefined, scope: CompileScope): ClientOf {
  const { client, targets, owner, variables } = scope
  if (rules === undefined) return () => client
  const [api = ''] = owner.split('/')
  const members = rules.targets.map(({ origin, weight, backup = false }) => {
    const target = targets.target(api, rules.name, fillVariables(origin, variables))
    return new Member(target, weight, backup)
  })
  const pool = new Pool(rules, members, targets.now)
  const keyOf = hashKey(rules.balancing)
  return (context) => ({
    send: (request, handler) => new PooledCall(context, client, pool, keyOf(context), request, handler),
    close: () => client.close(),
  })
}
