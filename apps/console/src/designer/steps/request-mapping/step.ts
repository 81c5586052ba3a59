import { Braces } from 'lucide-react'
import type { FlowPlace, FlowStep } from '../flow-step.ts'
import { isFilled, mappingChoices, passingTemplate, withMappings } from '../mapping.ts'

/** What a request is made into before the integration gets it. */
export const requestMappingStep: FlowStep = {
  id: 'request-mapping',
  noun: 'Request mapping',
  description: 'Makes of a request what the backend takes',
  glyph: Braces,
  way: 'request',
  isUsed: ({ integration }) =>
    integration !== undefined &&
    isSent(integration.type) &&
    (isFilled(integration.requestTemplates) || isFilled(integration.requestParameters)),
  detail: ({ integration }) => {
    const media = Object.keys(integration?.requestTemplates ?? {})
    const count = Object.keys(integration?.requestParameters ?? {}).length
    const parameters = count === 0 ? '' : `${count} ${count === 1 ? 'parameter' : 'parameters'}`
    return [media[0], parameters].filter(Boolean).join(' and ')
  },
  links: () => [],
  choices: (place) =>
    place.integration && isSent(place.integration.type)
      ? mappingChoices(place, 'request-mapping', (integration) => ({
          ...withMappings(integration),
          requestTemplates: passingTemplate,
        }))
      : [],
  keptBecause: () => null,
  remove: (transaction, { integration }) => {
    if (!integration) return
    const { requestTemplates: _t, requestParameters: _p, ...rest } = integration
    transaction.put(rest)
  },
  editedIn: ({ method, integration }) => ({ record: integration?.id ?? method.id, section: 'Request' }),
}

/** A mock is sent nothing: its request template only chooses its answer. */
function isSent(type: NonNullable<FlowPlace['integration']>['type']): boolean {
  return type !== 'mock'
}
