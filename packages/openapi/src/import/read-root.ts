import type { Api, Authorizer, Definition, Json, JsonObject, RecordId } from '@penstock/model'
import { isObject, put } from '../json.ts'
import { Members } from '../members.ts'
import { penstockRoot } from '../penstock-words.ts'
import type { Format } from '../report.ts'
import { readDocumentation, readGatewayResponses, readValidators } from './amazon.ts'
import { basePathOf } from './base-path.ts'
import { readComponents } from './components.ts'
import { readMethods } from './methods.ts'
import { readPaths } from './paths.ts'
import { reportServers } from './report-servers.ts'
import { readApiFields, readDefaultValidator } from './root.ts'
import { addRecord, type ImportScope, reportRest } from './scope.ts'
import { addUpstream, upstreamOf } from './upstream.ts'

export interface RootOptions {
  readonly dialect: Format
  readonly version: string | undefined
  readonly basepath: 'ignore' | 'prepend' | 'split'
  /** Said by the document itself; the option wins. */
  readonly basePath: string | undefined
  readonly existing: Definition | undefined
  /** Whether the document carries Amazon's extensions. */
  readonly amazon: boolean
  readonly upstream: string | undefined
  /** Whether operations that all name no integration get one together. Default: yes. */
  readonly standIn?: false
  /** Security schemes that are there already, for requirements of schemes that the document does not define. */
  readonly lent: readonly Authorizer[]
}

const reasons: Readonly<Record<string, string>> = {
  webhooks: 'Calls that the backend makes; they do not pass the gateway.',
  'x-amazon-apigateway-policy':
    'Resource policies are not evaluated: one that does not plainly let everybody in closes every route. Kept for export.',
  'x-amazon-apigateway-endpoint-configuration':
    'Endpoint types are Amazon\u2019s; the gateway listens where it is told to.',
  'x-amazon-apigateway-importexport-version': 'Said by HTTP APIs; kept for export.',
}

/** Every record of an OpenAPI 3 shaped document; answers the number of operations. */
export function readRoot(scope: ImportScope, document: JsonObject, options: RootOptions): number {
  const members = new Members(document)
  members.drop('openapi')
  members.drop(penstockRoot)
  const id = scope.id('api', '')
  const validators = readValidators(scope, members)
  readGatewayResponses(scope, members)
  readDocumentation(scope, members)
  const fields = readApiFields(members)
  const asked = basePathOf(fields.servers ?? [], options.basepath)
  const basePath = options.basepath === 'ignore' ? (options.basePath ?? '') : asked
  const upstream = upstreamOf(scope, options.upstream, { servers: fields.servers ?? [], basePath: asked })
  reportServers(scope, fields.servers ?? [], upstream)
  const components = members.take('components', isObject)
  const read = readComponents(scope, components ?? {})
  const paths = members.take('paths', isObject)
  const withPath = { ...scope, basePath }
  const found = readPaths(withPath, paths ?? {})
  readMethods(withPath, found.operations, {
    security: fields.security,
    securityUnread: fields.security === undefined && document['security'] !== undefined,
    authorizers: new Map([...options.lent.map((one) => [one.name, one] as const), ...read.authorizers]),
    amazon: options.amazon,
    validators,
    integrations: read.integrations,
    existing: options.existing,
    standIn: options.standIn ?? true,
    upstream: upstream === undefined ? undefined : addUpstream(scope, upstream),
  })
  const validator = readDefaultValidator(members, validators)
  const rest = members.rest()
  reportRest(scope, '', rest, reasons)
  reportPathsRest(scope, found.rest)
  addRecord<Api>(scope, {
    kind: 'api',
    id,
    ...fields,
    name: fields.name ?? 'Untitled API',
    type: scope.apiType,
    compatibility: scope.compatibility,
    dialect: options.dialect,
    openapiVersion: options.version,
    validator,
    basePath: basePath === '' ? undefined : basePath,
    rest: withSections(rest, {
      components: emptyOr(components, read.rest),
      paths: emptyOr(paths, found.rest),
    }),
  } satisfies Api & { id: RecordId })
  return found.operations.length
}

/** What is left of a section; an empty section is worth keeping as such. */
function emptyOr(section: JsonObject | undefined, rest: Record<string, Json> | undefined) {
  return section && Object.keys(section).length === 0 ? {} : rest
}

function withSections(
  rest: Record<string, Json> | undefined,
  sections: Readonly<Record<string, JsonObject | undefined>>,
): Record<string, Json> | undefined {
  const out: JsonObject = { ...rest }
  for (const [name, value] of Object.entries(sections)) if (value) put(out, name, value)
  return Object.keys(out).length === 0 ? undefined : out
}

function reportPathsRest(scope: ImportScope, rest: Record<string, Json> | undefined) {
  for (const key in rest) {
    const path = !key.startsWith('x-')
    scope.report.kept(
      `/paths/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
      path ? 'path item' : key,
      path
        ? 'The path item is no object, or its path is taken; it is kept and not routed.'
        : 'An extension that Penstock does not know.',
    )
  }
}
