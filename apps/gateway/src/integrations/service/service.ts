import { parseServiceUri, type ServiceUri } from '@penstock/bundle'
import type { AwsEndpoint } from '../../aws/aws-access.ts'
import { type AwsService, awsService } from '../../aws/services.ts'
import { Failure } from '../../failure.ts'
import { methodFor } from '../http/method.ts'
import { joinQuery } from '../http/query.ts'
import { type CompiledUri, compileUri, fillVariables } from '../http/uri.ts'
import type { CompileScope, IntegrationDefinition } from '../integration.ts'
import { builtHeaders, compileMappedCall, type MappedCall } from '../mapped-call.ts'

interface Addressed {
  readonly endpoint: AwsEndpoint
  readonly uri: CompiledUri
  /** What the address says of the call; mappings of the same names replace it. */
  readonly headers: readonly (readonly [string, string])[]
}

const withoutBody: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Calls one of Amazon's services with what mappings and templates make, signed with the gateway's credentials. */
export const serviceIntegration: IntegrationDefinition<'service'> = {
  kind: 'service',
  compile: (integration, scope) => {
    const addressed = address(integration.uri, scope)
    return compileMappedCall(
      integration,
      'function',
      () => scope.client,
      (call) => {
        const { endpoint, uri, headers } = addressed()
        const { mapped, inputs, body } = call
        const { context } = inputs
        const target = uri.target((name) => mapped.path.get(name) ?? context.pathParameter(name))
        const query = joinQuery(target.query, mapped.query, '')
        const method = methodFor(integration, context)
        return scope.aws.signed(
          {
            origin: target.origin,
            path: query === '' ? target.path : `${target.path}?${query}`,
            method,
            headers: builtHeaders(call, typed(call, headers)),
            body: body.length === 0 || withoutBody.has(method) ? null : body,
            timeoutMs: integration.timeoutMs,
          },
          endpoint.scope,
        )
      },
    )
  },
}

/** The type of the body: what the address says, else the request's own, else JSON. */
function typed(
  { inputs }: MappedCall,
  headers: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  if (headers.length > 0) return headers
  return [['Content-Type', inputs.header('content-type') ?? 'application/json']]
}

/** Worked out when the bundle is loaded; an address that can't be is an error of the calls that need it. */
function address(written: string, scope: CompileScope): () => Addressed {
  try {
    const addressed = resolve(written, scope)
    return () => addressed
  } catch (error) {
    return () => {
      throw error
    }
  }
}

function resolve(written: string, { aws, variables }: CompileScope): Addressed {
  const parsed = parseServiceUri(fillVariables(written, variables))
  const service = parsed && awsService(parsed.service)
  if (!parsed || !service)
    throw new Failure('UPSTREAM_ADDRESS_INVALID', {
      phase: 'integration request',
      reason: `"${written}" names no service of Amazon's, with the variables of this stage`,
    })
  const endpoint = aws.endpoint(service, parsed.region)
  const { below, headers } = asked(parsed, service)
  // Filled in above, once: what a variable holds is not read again.
  return { endpoint, uri: compileUri(endpoint.base + below, {}), headers }
}

/**
 * What of the service is called. An action goes to its root with `Action` in the query, and besides in the header that
 * services with JSON protocols go by (Amazon sets it for them too, where no mapping does).
 */
function asked(
  { form, rest }: ServiceUri,
  { json }: AwsService,
): { below: string; headers: Addressed['headers'] } {
  // Amazon's console writes `path//` for the root, and `path//queue` for what others write as `path/queue`.
  if (form === 'path') return { below: `/${rest.replace(/^\//, '')}`, headers: [] }
  const headers: Addressed['headers'] =
    json === null
      ? []
      : [
          ['X-Amz-Target', `${json.prefix}.${rest.split('&', 1)[0]}`],
          ['Content-Type', `application/x-amz-json-${json.version}`],
        ]
  return { below: `/?Action=${rest}`, headers }
}
