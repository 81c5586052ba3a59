import { type Authorizer, find, recordsOf } from '@penstock/model'
import { Lock } from 'lucide-react'
import { addAuthorizer } from '../../nodes/authorizer/add-authorizer.ts'
import { askFor } from '../../nodes/authorizer/ask-for.ts'
import { authorizerNode } from '../../nodes/authorizer/definition.ts'
import { typeOf } from '../../nodes/authorizer/settings.ts'
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
  state: (place) => {
    if (isSigned(place) || authorizersOf(place).length === 0) return null
    const own = find(place.definition, 'authorizer', place.method.authorizer)
    return own && typeOf(own) !== 'none' ? null : 'not enforced'
  },
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
function asked({ method, api }: MethodPlace): readonly string[] {
  if (method.authorizer !== undefined) return [method.authorizer]
  const security = method.security ?? api?.security ?? []
  return [...new Set(security.flatMap((requirement) => Object.keys(requirement)))]
}

function authorizersOf(place: MethodPlace): readonly Authorizer[] {
  const own = find(place.definition, 'authorizer', place.method.authorizer)
  if (own) return [own]
  const names = new Set(asked(place))
  if (names.size === 0) return []
  return [...recordsOf(place.definition, 'authorizer')].filter(({ name }) => names.has(name))
}
