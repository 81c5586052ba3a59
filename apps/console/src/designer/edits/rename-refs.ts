import { type ApiRecord, type Json, parseRef } from '@penstock/model'

/** The record with its references to a named part (`schemas`, `parameters`, …) renamed; the same where it has none. */
export function renameRefs(record: ApiRecord, section: string, from: string, to: string): ApiRecord {
  return withRefs(record as unknown as Json, '', section, from, to) as unknown as ApiRecord
}

/** A name as a token of a JSON pointer. */
export function tokenOf(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function withRefs(value: Json, key: string, section: string, from: string, to: string): Json {
  if (typeof value === 'string') return key === '$ref' ? renamedRef(value, section, from, to) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item) => withRefs(item, '', section, from, to))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  let next: Record<string, Json> | null = null
  for (const [member, before] of Object.entries(value)) {
    // The texts of a discriminator's mapping are references as well.
    const after = withRefs(before, key === 'mapping' ? '$ref' : member, section, from, to)
    if (after !== before) next = { ...(next ?? value), [member]: after }
  }
  return next ?? value
}

function renamedRef(ref: string, section: string, from: string, to: string): string {
  const target = parseRef(ref)
  if (target?.section !== section || target.name !== from) return ref
  const tokens = ref.split('/')
  const at = !ref.startsWith('#/') ? tokens.length - 1 : tokens[1] === 'components' ? 3 : 2
  return tokens.with(at, tokenOf(to)).join('/')
}
