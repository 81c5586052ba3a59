import type { Integration, IntegrationResponse } from '@penstock/model'
import { Braces } from 'lucide-react'
import type { FlowStep } from '../flow-step.ts'
import { isFilled, mappingChoices, passingTemplate, withMappings } from '../mapping.ts'

/** What an answer is made into before the caller gets it. */
export const responseMappingStep: FlowStep = {
  id: 'response-mapping',
  noun: 'Response mapping',
  description: 'Makes of an answer what the caller gets',
  glyph: Braces,
  way: 'response',
  isUsed: ({ integration }) => answersOf(integration).some(isMapped),
  detail: ({ integration }) => {
    const codes = answersOf(integration).map(({ statusCode }) => statusCode)
    return [...new Set(codes)].join(', ')
  },
  links: () => [],
  choices: (place) =>
    place.integration && !place.integration.fromExamples
      ? mappingChoices(place, 'response-mapping', (integration) => {
          const mapped = withMappings(integration)
          const answer = mapped.responses?.['default'] ?? { statusCode: '200' }
          return {
            ...mapped,
            responses: { ...mapped.responses, default: { ...answer, responseTemplates: passingTemplate } },
          }
        })
      : [],
  keptBecause: () => null,
  remove: (transaction, { integration }) => {
    if (!integration?.responses) return
    const responses = Object.entries(integration.responses).map(
      ([pattern, { responseTemplates: _t, responseParameters: _p, ...rest }]) => [pattern, rest] as const,
    )
    transaction.put({ ...integration, responses: Object.fromEntries(responses) })
  },
  editedIn: ({ method, integration }) => ({ record: integration?.id ?? method.id, section: 'Answer' }),
}

function answersOf(integration: Integration | undefined): readonly IntegrationResponse[] {
  return integration && !integration.fromExamples ? Object.values(integration.responses ?? {}) : []
}

function isMapped({ responseTemplates, responseParameters }: IntegrationResponse): boolean {
  return isFilled(responseTemplates) || isFilled(responseParameters)
}
