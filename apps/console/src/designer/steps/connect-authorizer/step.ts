import { find, recordsOf } from '@penstock/model'
import { Lock } from 'lucide-react'
import { addAuthorizer } from '../../nodes/authorizer/add-authorizer.ts'
import { authorizerNode } from '../../nodes/authorizer/definition.ts'
import { askedBy } from '../../nodes/route/asked-by.ts'
import type { RouteStep } from '../flow-step.ts'

/** Who may open a connection. */
export const connectAuthorizerStep: RouteStep = {
  id: 'connect-authorizer',
  noun: 'Authorizer',
  description: 'Decides who may open a connection',
  glyph: Lock,
  way: 'request',
  isUsed: ({ method }) => (method.authorizationType ?? 'NONE') !== 'NONE',
  detail: ({ definition, method }) =>
    method.authorizationType === 'AWS_IAM'
      ? 'Amazon signature'
      : (find(definition, 'authorizer', method.authorizer)?.name ?? 'gone: nobody gets in'),
  links: ({ definition, method }) => {
    const authorizer = find(definition, 'authorizer', method.authorizer)
    return authorizer ? [authorizer.id] : []
  },
  isOffered: ({ method }) => method.routeKey === '$connect',
  choices: ({ definition, method }) =>
    method.routeKey === '$connect'
      ? [
          ...[...recordsOf(definition, 'authorizer')].map(
            (authorizer) =>
              ({
                id: authorizer.id,
                label: authorizer.name,
                detail: authorizerNode.detail(authorizer, definition),
                insert: (transaction) => transaction.put(askedBy(method, authorizer.id)),
              }) satisfies ReturnType<RouteStep['choices']>[number],
          ),
          {
            id: 'new-authorizer',
            label: 'New authorizer',
            detail: 'Decides who may open a connection',
            insert: (transaction) => transaction.put(askedBy(method, addAuthorizer(transaction))),
          },
        ]
      : [],
  keptBecause: () => null,
  remove: (transaction, { method }) => transaction.put(askedBy(method, null)),
  editedIn: ({ method }) => ({ record: method.id, section: 'Access' }),
  connects: {
    kind: 'authorizer',
    apply: (transaction, { method }, target) => transaction.put(askedBy(method, target.id)),
  },
}
