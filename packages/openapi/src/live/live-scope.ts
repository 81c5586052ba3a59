import { type Api, type Definition, find, type Integration, type RecordId, recordsOf } from '@penstock/model'
import { createWriteScope, type WriteScope } from '../export/write-scope.ts'
import { isAmazons } from '../export/write-integration.ts'
import { componentHint } from '../integration-keys.ts'
import type { Format } from '../report.ts'

/**
 * How a live document says what answers an operation, so that what is said of one does not depend on the others: an
 * integration that Amazon has words for stands in the operation that it serves alone; the mock that answers from examples goes without
 * saying; any other is named by its id and stands in `x-penstock`.
 */
export function liveScope(definition: Definition): WriteScope {
  const says = integrationsSaid(definition)
  return {
    ...createWriteScope(definition, 'penstock'),
    saysInFull: ({ id }) => says(id) === 'in full',
    saysById: ({ id }) => says(id) === 'by id',
    saysIdToo: () => false,
  }
}

/** How each integration is said. */
export function integrationsSaid(definition: Definition) {
  const users = new Map<RecordId, number>()
  for (const { integration } of recordsOf(definition, 'method'))
    if (integration !== undefined) users.set(integration, (users.get(integration) ?? 0) + 1)
  const standIn = standInOf(definition)?.id
  return (id: RecordId): 'in full' | 'by id' | 'not at all' => {
    const integration = find(definition, 'integration', id)
    if (!integration || id === standIn) return 'not at all'
    if (typeof integration.rest?.[componentHint] === 'string') return 'in full'
    return isAmazons(integration) && users.get(id) === 1 ? 'in full' : 'by id'
  }
}

/** The mock that answers from examples, for operations that say nothing of their integration. */
export function standInOf(definition: Definition): Integration | undefined {
  let found: Integration | undefined
  for (const integration of recordsOf(definition, 'integration')) {
    if (integration.fromExamples && (!found || integration.id < found.id)) found = integration
  }
  return found
}

/** The format that a definition is written in live: the one that it came in. */
export function formatOf(api: Api | undefined): Format {
  return api?.dialect ?? 'oas31'
}
