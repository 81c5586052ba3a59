import { type ApiRecord, type Json, type Model, parseRef } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'

/** A reference to the model of this name. */
export function modelRef(name: string): string {
  return `#/components/schemas/${tokenOf(name)}`
}

/** Renames a model, also where bodies, responses and other models refer to it. */
export function renameModel(transaction: EditorTransaction, { id, name: from }: Model, name: string): void {
  for (const record of transaction.all().values()) {
    const renamed = withRefs(record as unknown as Json, '', from, name) as unknown as ApiRecord
    if (renamed !== record) transaction.put(renamed)
  }
  const current = transaction.get(id)
  if (current?.kind === 'model') transaction.put({ ...current, name })
}

/** The value with its references renamed; the same object where nothing refers to the model. */
function withRefs(value: Json, key: string, from: string, to: string): Json {
  if (typeof value === 'string') return key === '$ref' ? renamedRef(value, from, to) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => withRefs(item, '', from, to))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  let next: Record<string, Json> | null = null
  for (const [member, before] of Object.entries(value)) {
    // The texts of a discriminator's mapping are references as well.
    const after = withRefs(before, key === 'mapping' ? '$ref' : member, from, to)
    if (after !== before) next = { ...(next ?? value), [member]: after }
  }
  return next ?? value
}

function renamedRef(ref: string, from: string, to: string): string {
  const target = parseRef(ref)
  if (target?.section !== 'schemas' || target.name !== from) return ref
  const tokens = ref.split('/')
  const at = !ref.startsWith('#/') ? tokens.length - 1 : tokens[1] === 'components' ? 3 : 2
  return tokens.with(at, tokenOf(to)).join('/')
}

/** A name as a token of a JSON pointer. */
function tokenOf(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
