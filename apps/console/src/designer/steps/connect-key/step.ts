import { KeyRound } from 'lucide-react'
import type { RouteStep } from '../flow-step.ts'

/** Whose connections are counted. */
export const connectKeyStep: RouteStep = {
  id: 'connect-key',
  noun: 'Key and limits',
  description: 'Counts connections by API key and usage plan',
  glyph: KeyRound,
  way: 'request',
  isUsed: ({ method }) => method.apiKeyRequired === true,
  detail: () => 'key in x-api-key',
  links: () => [],
  choices: ({ method }) =>
    method.routeKey === '$connect'
      ? [
          {
            id: 'key',
            label: 'API key',
            detail: 'Callers need one; its usage plan limits them',
            insert: (transaction) => transaction.put({ ...method, apiKeyRequired: true }),
          },
        ]
      : [],
  keptBecause: () => null,
  remove: (transaction, { method: { apiKeyRequired: _, ...route } }) => transaction.put(route),
  editedIn: ({ method }) => ({ record: method.id, section: 'Access' }),
}
