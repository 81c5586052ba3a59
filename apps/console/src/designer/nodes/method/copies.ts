import { type Definition, httpMethods, type Method, pathOf, recordsOf } from '@penstock/model'
import { uniqueName } from '../../edits/unique-name.ts'
import type { NodeCopies } from '../node-copies.ts'
import { pathlessBecause, resourceFor } from '../resource/copies.ts'

export const methodCopies: NodeCopies<'method'> = {
  into: (copy, at, draft) => pathlessBecause(draft) ?? { ...copy, resource: resourceFor(draft, at).id },
  free: (copy, definition) => {
    const verbs = new Set<string>()
    const operationIds = new Set<string>()
    for (const other of recordsOf(definition, 'method')) {
      if (other.id === copy.id) continue
      if (other.resource === copy.resource) verbs.add(other.httpMethod)
      if (other.operationId !== undefined) operationIds.add(other.operationId)
    }
    const httpMethod = verbs.has(copy.httpMethod)
      ? httpMethods.find((method) => !verbs.has(method))
      : copy.httpMethod
    if (!httpMethod) return `${pathOf(definition, copy.resource) ?? 'This path'} has every method already.`
    return { ...withFreeId(copy, operationIds), httpMethod }
  },
  // Descriptions name who may call; what the gateway runs is pointed at by id.
  needs: ({ security = [] }, definition) => {
    const names = new Set(security.flatMap((requirement) => Object.keys(requirement)))
    return names.size === 0 ? [] : authorizersOf(definition, names)
  },
}

function withFreeId(method: Method, taken: ReadonlySet<string>): Method {
  const { operationId } = method
  return operationId === undefined ? method : { ...method, operationId: uniqueName(taken, operationId, '') }
}

function authorizersOf(definition: Definition, names: ReadonlySet<string>) {
  return [...recordsOf(definition, 'authorizer')].filter(({ name }) => names.has(name))
}
