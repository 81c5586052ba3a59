import { type Definition, find, type RecordId, recordsOf, resourceTree } from '@penstock/model'
import { type OperationKey, operationKeys, relativeHint } from '../import/paths.ts'
import { integrationExtension } from '../import/integration.ts'
import { gatewayResponsesExtension, validatorsExtension } from '../import/amazon.ts'
import { componentHint } from '../integration-keys.ts'
import { penstockRoot } from '../penstock-words.ts'
import { pointerOf, tokensOf } from '../pointer.ts'
import { integrationsSaid } from './live-scope.ts'
import type { LiveText } from './live-text.ts'
import { readEntry } from './read-node.ts'
import { type Entry, lineStart, type TextNode, UnsupportedText } from './text-tree.ts'

/** Where a member begins; where it is not there, where the nearest above it begins. */
export function offsetAt(text: LiveText, pointer: string): number {
  return entriesTo(text, tokensOf(pointer)).at(-1)?.keyStart ?? 0
}

/** The stretch of lines of what stands at a pointer; undefined where nothing does. */
export function rangeAt(text: LiveText, pointer: string): { start: number; end: number } | undefined {
  const tokens = tokensOf(pointer)
  const entries = entriesTo(text, tokens)
  const last = entries.at(-1)
  if (!last || entries.length < tokens.length) return undefined
  return { start: lineStart(text.text, last.keyStart), end: endOf(text, last) }
}

/** The pointer of the innermost member that an offset is in. */
export function pointerAt(text: LiveText, offset: number): string {
  const tokens: string[] = []
  let node: TextNode | null = text.root
  while (node?.kind === 'map') {
    // A member begins with its line: the cursor before its key is in it.
    const entry: Entry | undefined = node.entries.findLast(
      ({ keyStart }) => lineStart(text.text, keyStart) <= offset,
    )
    if (!entry) break
    tokens.push(entry.key)
    node = readOrNull(text, entry)
  }
  return pointerOf(...tokens)
}

function entriesTo(text: LiveText, tokens: readonly string[]): Entry[] {
  const found: Entry[] = []
  let node: TextNode | null = text.root
  for (const token of tokens) {
    const entry: Entry | undefined =
      node?.kind === 'map' ? node.entries.find(({ key }) => key === token) : undefined
    if (!entry) break
    found.push(entry)
    node = readOrNull(text, entry)
  }
  return found
}

function readOrNull(text: LiveText, entry: Entry): TextNode | null {
  try {
    return readEntry(text.text, entry, text.syntax)
  } catch (error) {
    if (error instanceof UnsupportedText) return null
    throw error
  }
}

function endOf(text: LiveText, entry: Entry): number {
  const node = readOrNull(text, entry)
  const last = node?.kind === 'map' && !node.flow ? node.entries.at(-1) : undefined
  if (last) return endOf(text, last)
  return node?.end ?? entry.valueStart
}

/** Where a live document says a record; undefined for one that it has no words for. */
export function placeOf(definition: Definition, id: RecordId): string | undefined {
  const record = definition.get(id)
  if (!record) return undefined
  const [api] = recordsOf(definition, 'api')
  const isSwagger = api?.dialect === 'swagger2'
  switch (record.kind) {
    case 'api':
      return '/info'
    case 'resource': {
      const path = resourceTree(definition).paths.get(id)
      if (path === undefined) return undefined
      return pointerOf('paths', record.rest?.[relativeHint] === true ? path.slice(1) : path)
    }
    case 'method': {
      const above = placeOf(definition, record.resource)
      const key = Object.entries(operationKeys).find(([, verb]) => verb === record.httpMethod)?.[0]
      return above === undefined || key === undefined ? undefined : `${above}/${key}`
    }
    case 'model':
      return isSwagger
        ? pointerOf('definitions', record.name)
        : pointerOf('components', 'schemas', record.name)
    case 'component':
      return isSwagger
        ? pointerOf(record.section, record.name)
        : pointerOf('components', record.section, record.name)
    case 'authorizer':
      return isSwagger
        ? pointerOf('securityDefinitions', record.name)
        : pointerOf('components', 'securitySchemes', record.name)
    case 'validator':
      return pointerOf(validatorsExtension, record.name)
    case 'gatewayResponse':
      return pointerOf(gatewayResponsesExtension, record.responseType)
    case 'integration':
      return placeOfIntegration(definition, id)
    case 'function':
    case 'route':
    case 'upstream':
      return pointerOf(penstockRoot, 'records', id)
    case 'opaque':
      return record.pointer
    case 'documentation':
      return undefined
  }
}

function placeOfIntegration(definition: Definition, id: RecordId): string | undefined {
  const says = integrationsSaid(definition)(id)
  if (says === 'by id') return pointerOf(penstockRoot, 'records', id)
  if (says === 'not at all') return undefined
  const component = find(definition, 'integration', id)?.rest?.[componentHint]
  if (typeof component === 'string')
    return pointerOf('components', 'x-amazon-apigateway-integrations', component)
  for (const method of recordsOf(definition, 'method'))
    if (method.integration === id) return `${placeOf(definition, method.id)}/${integrationExtension}`
  return undefined
}

/** The record that a member of a live document belongs to: what is selected when the cursor is there. */
export function recordAt(definition: Definition, pointer: string): RecordId | undefined {
  const tokens = tokensOf(pointer)
  for (let length = tokens.length; length > 0; length--) {
    const id = recordOf(definition, tokens.slice(0, length))
    if (id !== undefined) return id
  }
  return undefined
}

function recordOf(definition: Definition, tokens: readonly string[]): RecordId | undefined {
  const [first, second, third] = tokens
  if (tokens.length === 1 && first === 'info') return [...recordsOf(definition, 'api')][0]?.id
  if (first === 'paths' && second !== undefined) {
    const resource = resourceTree(definition).byPath.get(second.startsWith('/') ? second : `/${second}`)
    if (tokens.length === 2) return resource?.id
    const verb = third !== undefined && third in operationKeys ? operationKeys[third as OperationKey] : null
    if (tokens.length !== 3 || verb === null) return undefined
    return [...recordsOf(definition, 'method')].find(
      (method) => method.resource === resource?.id && method.httpMethod === verb,
    )?.id
  }
  if (first === penstockRoot && tokens.length === 3) return definition.get(third!)?.id
  const pointer = pointerOf(...tokens)
  for (const { id, kind } of definition.values())
    if (
      kind !== 'resource' &&
      kind !== 'method' &&
      kind !== 'integration' &&
      placeOf(definition, id) === pointer
    )
      return id
  return undefined
}
