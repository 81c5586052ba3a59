import { httpMethods, pathOf } from '@penstock/model'
import { Zap } from 'lucide-react'
import { type OperationTarget, targetOf } from '../../rpc/operation-target.ts'
import { usedSteps } from '../../steps/flow.ts'
import { defineNode } from '../node-definition.ts'
import { sharedIntegration } from './shared-integration.ts'
import { methodCopies } from './copies.ts'
import { methodFields } from './common-fields.ts'

export const methodNode = defineNode({
  kind: 'method',
  noun: 'method',
  glyph: Zap,
  skeleton: (method) => ({
    role: 'leaf',
    parent: method.resource,
    order: `0${httpMethods.indexOf(method.httpMethod)}`,
    rank: 0,
    links: method.integration ? [method.integration] : [],
    width: 200,
    height: 48,
  }),
  title: (method, definition) =>
    method.operationId ??
    targetOf(definition, method.resource)?.name ??
    pathOf(definition, method.resource) ??
    method.httpMethod,
  // A method without a name has its path in the first line already.
  detail: ({ operationId, summary, resource }, definition) =>
    inWords(targetOf(definition, resource)) ??
    summary ??
    (operationId === undefined ? '' : (pathOf(definition, resource) ?? '')),
  method: (method) => method.httpMethod,
  uses: (method, definition) => usedSteps(definition, method.id),
  takes: ['mock', 'upstream', 'function', 'cloud', 'authorizer', 'validator', 'model'],
  madeBy: 'method',
  choseFor: sharedIntegration,
  commonFields: methodFields,
  copies: methodCopies,
  rename: {
    label: 'Operation id',
    isMono: true,
    value: (method) => method.operationId ?? '',
    apply: (transaction, { operationId: _, ...method }, value) =>
      transaction.put(value === '' ? method : { ...method, operationId: value }),
  },
})

/** What of a request chooses this operation among those of its path. */
function inWords(target: OperationTarget | null): string | undefined {
  return target ? [target.by, target.name].filter(Boolean).join(' ') : undefined
}
