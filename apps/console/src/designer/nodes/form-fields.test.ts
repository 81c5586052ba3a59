import { readdirSync, readFileSync } from 'node:fs'
import { kinds, type RecordKind } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { nodeOf } from './definitions.ts'
import { inspectorOf } from './inspectors.ts'
import { OtherInspector } from './other/inspector.tsx'

const imported = 'as it was imported; kept for export, and edited in the code beside the canvas'

/** Fields of records that no form has a field for, and why. Whatever is not said here has one. */
const without: Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>> = {
  api: {
    type: 'chosen when the API is made: another type has other routes',
    dialect: imported,
    openapiVersion: imported,
    servers: imported,
    tags: imported,
    info: imported,
    security:
      'what methods ask for that say nothing; each method has a field, the default is edited in the code',
    minimumCompressionSize: 'kept for export, and not run by this gateway: in Advanced',
    apiKeySource: 'kept for export, and not run by this gateway: in Advanced',
    rest: imported,
  },
  resource: { parent: 'moved by cut and paste', declared: imported, servers: imported, rest: imported },
  method: { rest: imported },
  route: { rest: imported },
  integration: { rest: imported },
  upstream: { rest: imported },
  authorizer: { rest: imported },
  validator: { rest: imported },
  gatewayResponse: { rest: imported },
  example: {
    method: 'kept for one method; said in its list',
    httpMethod: 'the call is edited in “Try it” and kept anew',
    pathParameters: 'the call is edited in “Try it” and kept anew',
    query: 'the call is edited in “Try it” and kept anew',
    headers: 'the call is edited in “Try it” and kept anew',
    body: 'the call is edited in “Try it” and kept anew',
  },
}

const folders: Readonly<Partial<Record<RecordKind, string>>> = { gatewayResponse: 'gateway-response' }

/** Parts of forms that stand in the folder of another kind. */
const lent: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  resource: ['method/parameters-table.tsx'],
}

/** What the form of a kind says that it edits: paths of `Field` and of what is one. */
function edited(kind: RecordKind): Set<string> {
  const folder = new URL(`${folders[kind] ?? kind}/`, import.meta.url).pathname
  const own = readdirSync(folder).filter((file) => file.endsWith('.tsx'))
  const source = [...own, ...(lent[kind] ?? []).map((file) => `../${file}`)]
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('\n')
  const found = new Set<string>()
  for (const [, paths] of source.matchAll(/\b(?:path|field)=(?:"|\{`)([\w. ]+)/g))
    for (const path of paths!.split(' ')) found.add(path.split('.')[0]!)
  return found
}

describe('every field of a record has one in its form, or a reason why not', () => {
  // The form of the others is the whole record, as JSON.
  const withForm = (Object.keys(kinds) as RecordKind[]).filter((kind) => inspectorOf(kind) !== OtherInspector)

  it.each(withForm)('%s', (kind) => {
    const { rename } = nodeOf(kind)
    const fields = Object.keys(kinds[kind].schema.shape).filter((field) => field !== 'id' && field !== 'kind')
    const has = edited(kind)
    // The field of its name writes it by the definition.
    const record = Object.fromEntries(fields.map((field) => [field, field]))
    if (rename) has.add(rename.value({ kind, ...record } as never))
    const reasons = Object.keys(without[kind] ?? {})
    expect(fields.filter((field) => !has.has(field) && !reasons.includes(field))).toEqual([])
    // A reason goes once the field is there.
    expect(reasons.filter((field) => has.has(field) || !fields.includes(field))).toEqual([])
  })
})
