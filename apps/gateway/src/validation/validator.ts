import type { BundleValidation } from '@penstock/bundle'
import type { Handler } from '../compiled-stage.ts'
import type { RequestContext } from '../request-context.ts'
import type { SchemaSet } from './schema-set.ts'

/**
 * Holds a request against what a route says of it. Throws a Failure, at once where no body is needed. Made once for a
 * route, in its API's dialect.
 */
export type Validator = (context: RequestContext) => void | Promise<void>

/** How a dialect makes one. */
export type CompileValidation = (validation: BundleValidation, schemas: SchemaSet) => Validator

/** A handler behind a validator; only routes that validate have one. */
export function validated(validate: Validator, handler: Handler): Handler {
  return (context) => {
    context.inspector?.enter('request')
    const pending = validate(context)
    return pending === undefined ? handler(context) : pending.then(() => handler(context))
  }
}
