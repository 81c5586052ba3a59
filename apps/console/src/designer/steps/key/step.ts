import { KeyRound } from 'lucide-react'
import type { MethodStep } from '../flow-step.ts'

/** Whose calls are counted: an API key, and the limits of the usage plan that it belongs to. */
export const keyStep: MethodStep = {
  id: 'key',
  noun: 'Key and limits',
  description: 'Counts calls by API key and usage plan',
  glyph: KeyRound,
  way: 'request',
  isUsed: ({ method }) => method.apiKeyRequired === true,
  detail: ({ api }) => (api?.apiKeySource === 'AUTHORIZER' ? 'key from the authorizer' : 'key in x-api-key'),
  links: () => [],
  choices: ({ method }) => [
    {
      id: 'key',
      label: 'API key',
      detail: 'Callers need one; its usage plan limits them',
      insert: (transaction) => transaction.put({ ...method, apiKeyRequired: true }),
    },
  ],
  keptBecause: () => null,
  remove: (transaction, { method }) => {
    const { apiKeyRequired: _, ...rest } = method
    transaction.put(rest)
  },
  editedIn: ({ method }) => ({ record: method.id, section: 'Access' }),
}
