import {
  type Api,
  type Definition,
  find,
  type Integration,
  type JsonObject,
  recordsOf,
  resourceTree,
} from '@penstock/model'
import { writeIntegration } from '../export/write-integration.ts'
import { createWriteScope } from '../export/write-scope.ts'
import { parameterLookup, requestParametersOf } from './request-parameters.ts'

/** A method in the words of Amazon's GetMethod. */
export interface AwsMethod {
  readonly authorizationType: string
  readonly apiKeyRequired: boolean
  readonly authorizationScopes: readonly string[] | null
  /** `method.request.path.id` → required. */
  readonly requestParameters: Readonly<Record<string, boolean>>
  readonly integration: JsonObject | null
}

/** A definition as Amazon's control plane would show it. Methods by `GET /pets`. */
export interface AwsView {
  readonly resourcePaths: readonly string[]
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER'
  readonly binaryMediaTypes: readonly string[]
  readonly methods: Readonly<Record<string, AwsMethod>>
}

export function awsView(definition: Definition): AwsView {
  const scope = createWriteScope(definition, 'aws')
  const { api } = scope
  const tree = resourceTree(definition)
  const lookup = parameterLookup(definition)
  const methods: Record<string, AwsMethod> = {}
  for (const method of recordsOf(definition, 'method')) {
    const path = routedPath(api, tree.paths.get(method.resource) ?? '/')
    const integration = find(definition, 'integration', method.integration)
    methods[`${method.httpMethod} ${path}`] = {
      authorizationType: method.authorizationType ?? 'NONE',
      apiKeyRequired: method.apiKeyRequired ?? false,
      authorizationScopes: method.authorizationScopes ?? null,
      requestParameters: Object.fromEntries(
        requestParametersOf(definition, method, path, lookup).map(({ in: place, name, required }) => [
          `method.request.${place === 'query' ? 'querystring' : place}.${name}`,
          required,
        ]),
      ),
      integration: integration ? awsIntegration(writeIntegration(scope, integration), integration) : null,
    }
  }
  return {
    resourcePaths: resourcePaths(api, tree.paths.values()),
    apiKeySource: api.apiKeySource ?? 'HEADER',
    binaryMediaTypes: api.binaryMediaTypes ?? [],
    methods,
  }
}

/** The path that callers use: the resource's below the API's base path. */
export function routedPath(api: Api, path: string): string {
  if (!api.basePath) return path
  return path === '/' ? api.basePath : api.basePath + path
}

function resourcePaths(api: Api, paths: Iterable<string>): string[] {
  const all = new Set(['/'])
  let above = ''
  for (const part of (api.basePath ?? '').split('/').filter((segment) => segment !== ''))
    all.add((above += `/${part}`))
  for (const path of paths) all.add(routedPath(api, path))
  return [...all].sort()
}

function awsIntegration(written: JsonObject, integration: Integration): JsonObject {
  const { type: _, passthroughBehavior: __, ...others } = written
  return {
    type: integration.type.toUpperCase(),
    passthroughBehavior: integration.passthroughBehavior ?? 'WHEN_NO_MATCH',
    ...others,
  }
}
