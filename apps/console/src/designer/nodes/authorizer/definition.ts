import { ShieldCheck } from 'lucide-react'
import { addAuthorizer } from './add-authorizer.ts'
import { askedBy } from '../route/asked-by.ts'
import { askFor } from './ask-for.ts'
import { defineNode, targetSkeleton } from '../node-definition.ts'
import { renameAuthorizer } from './rename-authorizer.ts'
import { typeOf, typeTexts } from './settings.ts'
import { authorizerCopies } from './copies.ts'
import { nameProblem } from '../other/name-problem.ts'

export const authorizerNode = defineNode({
  kind: 'authorizer',
  noun: 'authorizer',
  glyph: ShieldCheck,
  skeleton: () => null,
  inFlow: ({ name }) => targetSkeleton(name, 1, []),
  title: (authorizer) => authorizer.name,
  detail: (authorizer) => typeTexts[typeOf(authorizer)] ?? 'authorizer',
  namedBy:
    ({ name }) =>
    (other) =>
      (other.kind === 'method' || other.kind === 'api') &&
      (other.security ?? []).some((requirement) => Object.hasOwn(requirement, name)),
  deletionLeaves: (authorizer) =>
    typeOf(authorizer) === 'none'
      ? 'Its name stays in what asked for it, and tells callers nothing any more.'
      : 'Its name stays in what asked for it: calls that it decided about are refused until those methods ask for another, or for none.',
  takes: [],
  madeBy: 'authorizer',
  creation: {
    description: 'Decides who may call',
    add: addAuthorizer,
    attach: (transaction, added, { method, api }) => {
      const authorizer = transaction.get(added)
      if (authorizer?.kind === 'authorizer') transaction.put(askFor(method, authorizer, api))
    },
    attachToRoute: (transaction, added, { method }) => {
      if (method.routeKey === '$connect') transaction.put(askedBy(method, added))
    },
    steps: ['authorizer', 'connect-authorizer'],
  },
  copies: authorizerCopies,
  rename: { label: 'Name', value: ({ name }) => name, apply: renameAuthorizer, problemOf: nameProblem },
})
