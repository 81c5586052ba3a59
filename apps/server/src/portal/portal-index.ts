import {
  askedSchemes,
  type Definition,
  type JsonObject,
  type Method,
  recordsOf,
  resourceTree,
  uncheckedSchemes,
} from '@penstock/model'
import type { PortalAuthentication, PortalGroup, PortalIndex, PortalOperationSummary } from './portal-view.ts'

type Content = Pick<
  PortalIndex,
  'title' | 'version' | 'description' | 'authentication' | 'groups' | 'operations' | 'schemas'
>

const contents = new WeakMap<Definition, Content>()

/** What the index of a portal says of a definition. Kept with the definition: a snapshot never changes. */
export function portalContent(definition: Definition): Content {
  let content = contents.get(definition)
  if (!content) contents.set(definition, (content = read(definition)))
  return content
}

function read(definition: Definition): Content {
  const [api] = recordsOf(definition, 'api')
  const tree = resourceTree(definition)
  const operations = [...recordsOf(definition, 'method')].flatMap((method) => {
    const path = tree.paths.get(method.resource)
    return path === undefined ? [] : [{ method, summary: summaryOf(method, path) }]
  })
  operations.sort((a, b) => compare(a.summary.path, b.summary.path) || order(a.summary) - order(b.summary))
  return {
    title: api?.name ?? '',
    version: api?.version ?? null,
    description: api?.description ?? null,
    authentication: authentication(definition),
    groups: group(api?.tags ?? [], operations),
    operations: operations.length,
    schemas: [...recordsOf(definition, 'model')].map(({ name }) => name).sort(compare),
  }
}

/** A scheme is checked where something runs it, or where no method that asks for it is open without. */
function authentication(definition: Definition): PortalAuthentication[] {
  const [checked, unchecked] = [new Set<string>(), new Set<string>()]
  for (const method of recordsOf(definition, 'method')) {
    const open = uncheckedSchemes(definition, method)
    for (const name of open) unchecked.add(name)
    for (const name of askedSchemes(definition, method)) if (!open.includes(name)) checked.add(name)
  }
  return [...recordsOf(definition, 'authorizer')].flatMap(({ name, scheme, settings }) =>
    scheme
      ? [{ name, scheme, isChecked: !unchecked.has(name) && (settings !== undefined || checked.has(name)) }]
      : [],
  )
}

export function summaryOf(method: Method, path: string): PortalOperationSummary {
  return {
    id: method.id,
    method: method.httpMethod,
    path,
    summary: method.summary ?? null,
    operationId: method.operationId ?? null,
    deprecated: method.deprecated ?? false,
  }
}

/** By first tag in the order in which the API lists its tags; without tags, by the first segment of the path. */
function group(
  tags: readonly JsonObject[],
  operations: readonly { readonly method: Method; readonly summary: PortalOperationSummary }[],
): PortalGroup[] {
  const described = new Map(
    tags.flatMap(({ name, description }) =>
      typeof name === 'string' ? [[name, typeof description === 'string' ? description : null] as const] : [],
    ),
  )
  const tagged = operations.some(({ method }) => method.tags?.length)
  const groups = new Map<string, PortalOperationSummary[]>()
  if (tagged) for (const name of described.keys()) groups.set(name, [])
  for (const { method, summary } of operations) {
    const name = (tagged ? method.tags?.[0] : summary.path.split('/')[1]) || 'other'
    const list = groups.get(name)
    if (list) list.push(summary)
    else groups.set(name, [summary])
  }
  return [...groups]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({ name, description: described.get(name) ?? null, operations: list }))
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

function order({ method }: PortalOperationSummary): number {
  const index = methods.indexOf(method)
  return index < 0 ? methods.length : index
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
