import { type Integration, recordsOf } from '@penstock/model'
import { answerWith } from '../../edits/stand-in.ts'
import type { CommonField } from '../common-field.ts'
import { integrationTitle, integrationType } from '../integration/definition.ts'

/** Which integration answers many methods or routes, of those that may. */
export function answerField<K extends 'method' | 'route'>(
  isOffered: (integration: Integration) => boolean,
): CommonField<K> {
  return {
    label: 'Integration',
    control: 'choice',
    options: (definition) =>
      [...recordsOf(definition, 'integration')].filter(isOffered).map((each) => ({
        value: each.id,
        label: integrationTitle(each),
        description: integrationType(each),
      })),
    value: ({ integration }) => integration ?? '',
    write: (transaction, { id }, integration) => answerWith(transaction, id, integration),
  }
}
