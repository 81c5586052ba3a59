import {
  type Definition,
  type Json,
  type JsonObject,
  namedRecord,
  type RecordId,
  refsOf,
  resolveRef,
} from '@penstock/model'
import { modelRef } from './rename-model.ts'

const json = 'application/json'

/** What a request body or a response says, be it written here or in a shared part that it points at. */
export function contentHolder(definition: Definition, holder: JsonObject | undefined): JsonObject {
  const ref = holder?.['$ref']
  return objectOf(typeof ref === 'string' ? resolveRef(definition, ref) : holder)
}

/** Whether anything is said of what it carries. */
export function hasContent(definition: Definition, holder: JsonObject | undefined): boolean {
  for (const _ in objectOf(contentHolder(definition, holder)['content'])) return true
  return false
}

/** The models that the content of these names, each once, in order. */
export function modelsIn(definition: Definition, holders: readonly (JsonObject | undefined)[]): RecordId[] {
  const ids = new Set<RecordId>()
  for (const holder of holders) {
    for (const key of refsOf(contentHolder(definition, holder))) {
      const at = key.indexOf('/')
      const record = namedRecord(definition, key.slice(0, at), key.slice(at + 1))
      if (record?.kind === 'model') ids.add(record.id)
    }
  }
  return [...ids]
}

/** The same with a model as what its JSON is; other media types stay. Never a shared part: that is others' as well. */
export function describedBy(
  definition: Definition,
  holder: JsonObject | undefined,
  model: string,
): JsonObject {
  const own = contentHolder(definition, holder)
  const content = objectOf(own['content'])
  const schema = { $ref: modelRef(model) }
  return { ...own, content: { ...content, [json]: { ...objectOf(content[json]), schema } } }
}

/** The same without schemas that name a model. */
export function withoutModel(definition: Definition, holder: JsonObject, model: string): JsonObject {
  const own = contentHolder(definition, holder)
  const names = (schema: Json | undefined) => schemaNames(schema, model)
  const media = Object.entries(objectOf(own['content'])).map(([type, value]) => {
    const { schema, ...rest } = objectOf(value)
    return [type, names(schema) ? rest : value] as const
  })
  return { ...own, content: Object.fromEntries(media) }
}

function schemaNames(schema: Json | undefined, model: string): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  return refsOf(schema).some((key) => key === `schemas/${model}`)
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
