import { type Definition, find, type Method, pathOf, recordsOf } from '@penstock/model'
import { integrationTitle } from '../integration/definition.ts'

/** That a method is answered by what answers others too, in words: "Uses Backend like GET /orders and 3 more". */
export function sharedIntegration(method: Method, definition: Definition): string | null {
  const integration = find(definition, 'integration', method.integration)
  if (!integration) return null
  let like: Method | undefined
  let count = 0
  for (const other of recordsOf(definition, 'method')) {
    if (other.id === method.id || other.integration !== integration.id) continue
    count++
    // A sibling says more than a method from elsewhere.
    if (!like || (like.resource !== method.resource && other.resource === method.resource)) like = other
  }
  if (!like) return null
  const first = `${like.httpMethod} ${pathOf(definition, like.resource) ?? ''}`.trim()
  const more = count > 1 ? ` and ${count - 1} more` : ''
  return `Uses ${integrationTitle(integration)} like ${first}${more}`
}
