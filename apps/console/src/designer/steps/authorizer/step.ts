import { askedSchemes, type Authorizer, find, recordsOf, uncheckedSchemes } from '@penstock/model'
import { Lock, LockOpen } from 'lucide-react'
import { addAuthorizer } from '../../nodes/authorizer/add-authorizer.ts'
import { askFor } from '../../nodes/authorizer/ask-for.ts'
import { authorizerNode } from '../../nodes/authorizer/definition.ts'
import type { MethodPlace, MethodStep } from '../flow-step.ts'

/** Who may call. */
export const authorizerStep: MethodStep = {
  id: 'authorizer',
  noun: 'Authorizer',
  description: 'Decides who may call',
  glyph: Lock,
  way: 'request',
  isUsed: (place) => isSigned(place) || asked(place).length > 0,
  detail: (place) => {
    if (isSigned(place)) return 'Amazon signature'
    const named = authorizersOf(place)
    if (named.length === 0) return asked(place).join(', ')
    return named.map(({ name }) => name).join(', ')
  },
  state: ({ definition, method }) =>
    uncheckedSchemes(definition, method).length > 0 ? { words: 'not enforced', glyph: LockOpen } : null,
  links: (place) => authorizersOf(place).map(({ id }) => id),
  choices: (place) => [
    ...[...recordsOf(place.definition, 'authorizer')].map(
      (authorizer) =>
        ({
          id: authorizer.id,
          label: authorizer.name,
          detail: authorizerNode.detail(authorizer, place.definition),
          insert: (transaction) => transaction.put(askFor(place.method, authorizer, place.api)),
        }) satisfies ReturnType<MethodStep['choices']>[number],
    ),
    {
      id: 'new-authorizer',
      label: 'New authorizer',
      detail: 'Decides who may call',
      insert: (transaction) => {
        const made = transaction.get(addAuthorizer(transaction))
        if (made?.kind === 'authorizer') transaction.put(askFor(place.method, made, place.api))
      },
    },
  ],
  keptBecause: () => null,
  remove: (transaction, { method, api }) => transaction.put(askFor(method, null, api)),
  editedIn: ({ method }) => ({ record: method.id, section: 'Access' }),
  connects: {
    kind: 'authorizer',
    apply: (transaction, { method, api }, target) => {
      if (target.kind === 'authorizer') transaction.put(askFor(method, target, api))
    },
  },
}

function isSigned({ method }: MethodPlace): boolean {
  return method.authorizationType === 'AWS_IAM'
}

/** What it asks for: an authorizer's id, or names of security schemes. */
function asked({ definition, method }: MethodPlace): readonly string[] {
  return method.authorizer === undefined ? askedSchemes(definition, method) : [method.authorizer]
}

function authorizersOf(place: MethodPlace): readonly Authorizer[] {
  const own = find(place.definition, 'authorizer', place.method.authorizer)
  if (own) return [own]
  const names = new Set(asked(place))
  if (names.size === 0) return []
  return [...recordsOf(place.definition, 'authorizer')].filter(({ name }) => names.has(name))
}
