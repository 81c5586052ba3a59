import { type Json, recordsOf } from '@penstock/model'
import type { BundleRoute } from '../schema.ts'
import { type BuildContext, warning } from './context.ts'
import { isObject } from './is-object.ts'

const member = 'x-amazon-apigateway-policy'

/**
 * Amazon's resource policy. One that lets everybody in asks for nothing; any other is not evaluated by this gateway,
 * and so closes every route.
 */
export function policyRefusal(context: BuildContext): BundleRoute['refused'] {
  const policy = context.api.rest?.[member] ?? keptPolicy(context)
  if (policy === undefined || isOpen(policy)) return undefined
  const reason = 'The resource policy of this API is not evaluated by this gateway.'
  context.report(
    warning('access-not-checked', `${reason} All calls are refused.`, {
      record: context.api.id,
      path: ['rest', member],
    }),
  )
  return { responseType: 'ACCESS_DENIED', reason }
}

function keptPolicy(context: BuildContext): Json | undefined {
  for (const kept of recordsOf(context.definition, 'opaque'))
    if (kept.pointer === `/${member}`) return kept.value
  return undefined
}

function isOpen(policy: Json): boolean {
  const statements = isObject(policy) ? policy['Statement'] : undefined
  if (!Array.isArray(statements) || statements.length === 0) return false
  return statements.every(
    (statement) =>
      isObject(statement) &&
      statement['Effect'] === 'Allow' &&
      statement['Condition'] === undefined &&
      (statement['Principal'] === '*' ||
        (isObject(statement['Principal']) && statement['Principal']['AWS'] === '*')) &&
      covers(statement['Action'], everyCall) &&
      covers(statement['Resource'], everyRoute),
  )
}

/** `Invoke` is the only action that calls of an API are. */
const everyCall = /^(\*|execute-api:(\*|Invoke))$/
/** Not a stage, method or path of it: `arn:aws:execute-api:region:account:api/*`, shortened or not. */
const everyRoute = /^(\*|execute-api:\/\*|arn:[^:/]+:execute-api:[^:/]*:[^:/]*:[^:/]+\/\*)$/

/** Whether a policy's member, a text or a list of them, names everything. */
function covers(named: Json | undefined, everything: RegExp): boolean {
  const list = Array.isArray(named) ? named : [named]
  return list.some((one) => typeof one === 'string' && everything.test(one))
}
