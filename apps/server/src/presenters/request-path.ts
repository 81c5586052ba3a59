import { type Definition, find, type Method, type RecordKind, type Resource, kindOf } from '@penstock/model'
import type { PassedRecord, RequestPath } from './inspection-view.ts'

export const noRecords: RequestPath = {
  resources: [],
  method: null,
  authorizer: null,
  validator: null,
  integration: null,
  upstream: null,
  function: null,
}

/** The records that a request to a method comes by, the root's resource first. */
export function requestPath(definition: Definition, method: Method): RequestPath {
  const named = (kind: RecordKind, id: string | undefined): PassedRecord | null => {
    const record = id === undefined ? undefined : find(definition, kind, id)
    return record ? { id: record.id, name: kindOf(kind).label(record) } : null
  }
  const integration = find(definition, 'integration', method.integration)
  return {
    resources: resourcesOf(definition, method.resource),
    method: named('method', method.id),
    authorizer: named('authorizer', method.authorizer),
    validator: named('validator', method.validator),
    integration: named('integration', method.integration),
    upstream: named('upstream', integration?.upstream),
    function: named('function', integration?.function),
  }
}

function resourcesOf(definition: Definition, id: string): PassedRecord[] {
  const resources: PassedRecord[] = []
  const seen = new Set<string>()
  for (let next: string | null | undefined = id; next && !seen.has(next); ) {
    seen.add(next)
    const resource: Resource | undefined = find(definition, 'resource', next)
    if (!resource) break
    resources.unshift({ id: resource.id, name: kindOf('resource').label(resource) })
    next = resource.parent
  }
  return resources
}
