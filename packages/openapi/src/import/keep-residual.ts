import { type Authorizer, definitionOf, type JsonObject } from '@penstock/model'
import { writeLossless } from '../export/write-lossless.ts'
import { isObject } from '../json.ts'
import type { Format } from '../report.ts'
import { differences } from '../residual.ts'
import { integrationExtension } from './integration.ts'
import type { ImportScope } from './scope.ts'

export interface ResidualOptions {
  readonly format: Format
  readonly lent: readonly Authorizer[]
  /** Operations may have got their integration from elsewhere: the upstream that was named, or what was there. */
  readonly answered: boolean
}

/** Whatever export would not give back as it was becomes an opaque record, so that nothing is lost by construction. */
export function keepResidual(
  scope: ImportScope,
  source: JsonObject,
  { format, lent, answered }: ResidualOptions,
): void {
  const own = [...scope.records.values()]
  const names = new Set(own.map((record) => (record.kind === 'authorizer' ? record.name : undefined)))
  const others = lent.filter(({ name }) => !names.has(name))
  const written = withoutSchemes(writeLossless(definitionOf([...own, ...others]), format, 'aws', []), others)
  for (const patch of differences(source, written)) {
    // What answers an operation was added to the description, on purpose: leaving it out again would lose it.
    if (answered && patch.absent && patch.pointer.endsWith(`/${integrationExtension}`)) continue
    const reason = 'Has no place in our model of an API; kept as it is.'
    const id = scope.id('opaque', patch.pointer)
    scope.records.set(id, { kind: 'opaque', id, ...patch, reason })
    scope.report.kept(patch.pointer, patch.pointer.split('/').at(-1) || 'document', reason)
  }
}

/** A document as it would be without security schemes that it only refers to. */
function withoutSchemes(document: JsonObject, schemes: readonly Authorizer[]): JsonObject {
  if (schemes.length === 0) return document
  const names = new Set(schemes.map(({ name }) => name))
  const without = (parent: JsonObject, section: string): JsonObject => {
    const held = parent[section]
    if (!isObject(held)) return parent
    const { [section]: _, ...others } = parent
    const left = Object.fromEntries(Object.entries(held).filter(([name]) => !names.has(name)))
    return Object.keys(left).length > 0 ? { ...parent, [section]: left } : others
  }
  const { components } = document
  if (!isObject(components)) return without(document, 'securityDefinitions')
  const left = without(components, 'securitySchemes')
  const { components: _, ...others } = document
  return Object.keys(left).length > 0 ? { ...document, components: left } : others
}
