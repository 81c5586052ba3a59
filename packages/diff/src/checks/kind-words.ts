import type { RecordKind } from '@penstock/model'

/** Kinds of records as people call them. */
export const kindWords: Readonly<Record<RecordKind, string>> = {
  api: 'API',
  resource: 'path',
  method: 'method',
  route: 'route',
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

const documenting = new Set<RecordKind>(['documentation', 'opaque', 'component', 'example'])

/** Whether records of a kind reach no traffic, neither by themselves nor through others. */
export function onlyDocuments(kind: RecordKind): boolean {
  return documenting.has(kind)
}

/** `model Pet`; quoted where the name is the word for its kind: `authorizer "authorizer"`. */
export function kindAndName(kind: RecordKind, label: string): string {
  const word = kindWords[kind]
  return `${word} ${label.toLowerCase() === word ? `"${label}"` : label}`
}
