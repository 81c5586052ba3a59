import {
  type Served,
  type Definition,
  type Integration,
  newId,
  type RecordId,
  servedBy,
} from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import type { FlowPlace, StepChoice } from './flow-step.ts'

/** How many methods or routes an integration answers. */
function usersOfIntegration(definition: Definition, id: RecordId): number {
  return [...servedBy(definition, id)].length
}

/**
 * Ways to give a flow a mapping. It is written in the integration: where that answers others too, in a copy of it or in
 * all of them at once, as a person chooses.
 */
export function mappingChoices(
  { definition, method, integration }: FlowPlace,
  id: string,
  edit: (integration: Integration) => Integration,
): readonly StepChoice[] {
  if (!integration) return []
  const noun = method.kind
  const others = usersOfIntegration(definition, integration.id) - 1
  const all = (transaction: EditorTransaction) => transaction.put(edit(integration))
  if (others === 0)
    return [{ id, label: 'JSON template', detail: 'Passes the body on until it is edited', insert: all }]
  return [
    {
      id: `${id}-alone`,
      label: `For this ${noun} alone`,
      detail: 'With an integration of its own',
      insert: (transaction) => {
        const copy: Integration = { ...integration, id: newId('integration') }
        if (integration.name) copy.name = `${integration.name} for ${nameOf(method)}`
        transaction.put(edit(copy))
        transaction.put({ ...method, integration: copy.id })
      },
    },
    {
      id,
      label: `For all ${others + 1} ${noun}s that it answers`,
      detail: integration.name ?? 'The integration is shared',
      insert: all,
    },
  ]
}

function nameOf(served: Served): string {
  return served.kind === 'route' ? served.routeKey : (served.operationId ?? served.httpMethod)
}

/** The integration with mappings instead of passing everything through; what it answers is said by a default answer. */
export function withMappings(integration: Integration): Integration {
  const type = typesWithMappings[integration.type] ?? integration.type
  return { ...integration, type, responses: integration.responses ?? { default: { statusCode: '200' } } }
}

const typesWithMappings: Readonly<Partial<Record<Integration['type'], Integration['type']>>> = {
  http_proxy: 'http',
  aws_proxy: 'aws',
}

/** A template that makes of a body what it was. */
export const passingTemplate = { 'application/json': "$input.json('$')" }

export function isFilled(value: object | undefined): boolean {
  return value !== undefined && Object.keys(value).length > 0
}
