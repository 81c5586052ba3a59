import { AppError } from '@penstock/errors'
import { type Api, canonicalJson, type Definition, type Diagnostic, recordsOf } from '@penstock/model'
import type { BuildContext } from './build/context.ts'
import { buildFunctions } from './build/functions/build-functions.ts'
import { buildGatewayResponses } from './build/gateway-responses.ts'
import { reportNotRun } from './build/not-run.ts'
import { byText } from './build/order.ts'
import { routeNames } from './build/route-paths.ts'
import { buildRoutes } from './build/routes.ts'
import { buildSettings } from './build/settings.ts'
import { unansweredOf, type UnansweredOperation } from './build/unanswered.ts'
import { bundleHash } from './load.ts'
import { type Bundle, formatOf } from './schema.ts'

export { type ExampleRequest, exampleRequest } from './build/examples/example-request.ts'
export type { UnansweredOperation } from './build/unanswered.ts'
export { checkFunctions } from './build/functions/check-functions.ts'

export interface BuiltBundle {
  /** Canonical JSON, UTF-8. */
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, base64url. */
  readonly hash: string
  readonly bundle: Bundle
  /** What will not work as the definition says it, each with its place. Routes that can't be run safely are closed. */
  readonly diagnostics: Diagnostic[]
}

/**
 * A definition to what a gateway runs. Pure and deterministic: definitions that mean the same give the same bytes,
 * whatever the order of their records and keys. Throws INVALID_INPUT when there is no api record.
 */
export function buildBundle(definition: Definition): BuiltBundle {
  const diagnostics: Diagnostic[] = []
  const bundle = build({
    definition,
    api: apiOf(definition),
    report: (found) => diagnostics.push(found),
    examples: true,
  })
  const bytes = new TextEncoder().encode(canonicalJson(bundle))
  return { bytes, hash: bundleHash(bytes), bundle, diagnostics }
}

/** What building this definition would report, for a fraction of the cost: nothing is sampled, nothing is written. */
export function checkBuild(definition: Definition): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  build({ definition, api: apiOf(definition), report: (found) => diagnostics.push(found), examples: false })
  return diagnostics
}

/**
 * The operations that a gateway answers with an error whoever calls, and why: without an integration, with one that is
 * not run, or closed.
 */
export function unansweredOperations(definition: Definition): UnansweredOperation[] {
  const report = () => undefined
  return unansweredOf({ definition, api: apiOf(definition), report, examples: false })
}

/**
 * What limits of a stage may name: `GET /pets/{id}`, and of a WebSocket API nothing, which has no limits. Throws
 * INVALID_INPUT when there is no api record.
 */
export function limitableMethods(definition: Definition): string[] {
  const api = apiOf(definition)
  return api.type === 'WEBSOCKET' ? [] : routeNames(definition, api)
}

function build(context: BuildContext): Bundle {
  reportNotRun(context)
  const api = buildSettings(context)
  const routes = buildRoutes(context)
  return {
    format: formatOf(routes),
    api,
    ...routes,
    functions: buildFunctions(context),
    gatewayResponses: buildGatewayResponses(context),
  }
}

function apiOf(definition: Definition): Api {
  const api = [...recordsOf(definition, 'api')].sort((a, b) => byText(a.id, b.id))[0]
  if (api) return api
  throw new AppError('INVALID_INPUT', {
    params: { reason: 'A definition without an api record can not be built.' },
  })
}
