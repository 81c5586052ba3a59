import { type Json, parseRef } from '@penstock/model'

/** A schema in a word: the model it points at, else its type. */
export function schemaName(media: Json | undefined): string {
  if (typeof media !== 'object' || media === null || Array.isArray(media)) return 'any'
  const schema = media['schema']
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return 'any'
  const ref = schema['$ref']
  if (typeof ref === 'string') return parseRef(ref)?.name ?? ref
  const items = schema['items']
  if (schema['type'] === 'array')
    return `list of ${schemaName(items === undefined ? undefined : { schema: items })}`
  return typeof schema['type'] === 'string' ? schema['type'] : 'schema'
}

/** Media type → schema, in words, of a request body or a response. */
export function contentSummary(holder: Json | undefined): { media: string; schema: string }[] {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return []
  const content = holder['content']
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return []
  return Object.entries(content).map(([media, value]) => ({ media, schema: schemaName(value) }))
}
