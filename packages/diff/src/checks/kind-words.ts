import type { RecordKind } from '@penstock/model'

/** Kinds of records as people call them. */
export const kindWords: Readonly<Record<RecordKind, string>> = {
  api: 'API',
  resource: 'path',
  method: 'method',
  integration: 'integration',
  upstream: 'upstream',
  authorizer: 'authorizer',
  validator: 'validator',
  model: 'model',
  component: 'component',
  gatewayResponse: 'gateway response',
  function: 'function',
  example: 'example',
  documentation: 'documentation of',
  opaque: 'description part',
}
