import {
  type ApiRecord,
  canonicalJson,
  checkInvariants,
  definitionOf,
  type Definition,
  type JsonObject,
  kindOf,
  type RecordId,
} from '@penstock/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { duplicateRecords } from '../edits/duplicate-records.ts'
import { clipOf } from './clip.ts'
import { readClip, textOfClip } from './clip-text.ts'
import { pasteRecords, type Pasted } from './paste-records.ts'
import type { PasteTarget } from './place-copies.ts'

const shop: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'resource', id: 'order', parent: 'orders', pathPart: '{id}' },
  {
    kind: 'method',
    id: 'get',
    resource: 'order',
    httpMethod: 'GET',
    operationId: 'getOrder',
    integration: 'call',
    validator: 'all',
    authorizer: 'auth',
    security: [{ tokens: [] }],
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
      },
    },
  },
  { kind: 'example', id: 'try', name: 'One order', method: 'get', expect: { status: 200 } },
  { kind: 'integration', id: 'call', type: 'aws_proxy', function: 'fn', name: 'Call it' },
  { kind: 'function', id: 'fn', name: 'read-order', code: 'x', environment: { KEY: 'sealed' } },
  { kind: 'validator', id: 'all', name: 'all', validateRequestBody: true, validateRequestParameters: true },
  { kind: 'authorizer', id: 'auth', name: 'tokens', scheme: { type: 'http', scheme: 'bearer' } },
  {
    kind: 'model',
    id: 'Order',
    name: 'Order',
    schema: { type: 'object', properties: { item: { $ref: '#/components/schemas/Item' } } },
  },
  { kind: 'model', id: 'Item', name: 'Item', schema: { type: 'object' } },
  { kind: 'gatewayResponse', id: 'gone', responseType: 'RESOURCE_NOT_FOUND', statusCode: '404' },
]
const empty: ApiRecord[] = [
  { kind: 'api', id: 'other', name: 'Other' },
  { kind: 'resource', id: 'top', parent: null, pathPart: '' },
]

function paste(
  into: readonly ApiRecord[],
  from: readonly ApiRecord[],
  ids: RecordId[],
  target: PasteTarget = { at: null },
) {
  const editor = new Editor(into)
  const clip = readClip(textOfClip(clipOf(definitionOf(from), ids)!))
  if (typeof clip === 'string') throw new Error(clip)
  let pasted: Pasted | null = null
  const diff = editor.run('Paste', (transaction) => {
    pasted = pasteRecords(transaction, clip, target)
  })
  return { editor, diff, pasted: pasted as unknown as Pasted, added: Object.values(diff.added) }
}

const errors = (definition: Definition) => checkInvariants(definition).map(({ code }) => code)
const named = (records: readonly ApiRecord[]) =>
  records.map((record) => `${record.kind} ${kindOf(record.kind).label(record)}`).sort()

describe('pasting into another API', () => {
  it('brings along what belongs to the chosen and all that it needs', () => {
    const { editor, added } = paste(empty, shop, ['order'])
    expect(named(added)).toEqual([
      'authorizer tokens',
      'example One order',
      'function read-order',
      'integration Call it',
      'method getOrder',
      'model Item',
      'model Order',
      'resource /{id}',
      'validator all',
    ])
    expect(errors(editor.definition)).toEqual([])
    const method = added.find(({ kind }) => kind === 'method')!
    const [integration, fn] = ['integration', 'function'].map(
      (kind) => added.find((one) => one.kind === kind)!,
    )
    expect(method).toMatchObject({ integration: integration!.id })
    expect(integration).toMatchObject({ function: fn!.id })
  })

  it('is one undo', () => {
    const { editor } = paste(empty, shop, ['order', 'gone'])
    editor.undo()
    expect([...editor.definition.values()]).toEqual(empty)
    expect(editor.undoName).toBeNull()
  })

  it('copies no secret in clear and says whose are missing', () => {
    expect(textOfClip(clipOf(definitionOf(shop), ['fn'])!)).not.toContain('sealed')
    const { editor, pasted } = paste(empty, shop, ['get'])
    const [fn] = pasted.withoutSecrets.map((id) => editor.get(id))
    expect(fn).toMatchObject({ kind: 'function', environment: { KEY: '' } })
  })

  it('makes the root of one that has no path yet', () => {
    const { editor } = paste([empty[0]!], shop, ['get'])
    expect(errors(editor.definition)).toEqual([])
  })

  it('uses what is there with equal content, and copies it under a free name where the content differs', () => {
    const item = shop.find(({ id }) => id === 'Item')!
    const same = paste([...empty, { ...item, id: 'theirs' }], shop, ['Order'])
    expect(named(same.added)).toEqual(['model Order'])

    const other: ApiRecord = { kind: 'model', id: 'theirs', name: 'Item', schema: { type: 'string' } }
    const { added } = paste([...empty, other], shop, ['Order'])
    expect(named(added)).toEqual(['model Item2', 'model Order'])
    expect(added.find(({ kind, id }) => kind === 'model' && id !== 'theirs' && 'name' in other)).toBeDefined()
    expect(JSON.stringify(added)).toContain('#/components/schemas/Item2')
    expect(JSON.stringify(added)).not.toContain('#/components/schemas/Item"')
  })

  it('copies what speaks of a copy too, though it reads the same', () => {
    const theirs: ApiRecord[] = [
      { ...(shop.find(({ id }) => id === 'Order') as ApiRecord), id: 'theirOrder' },
      { kind: 'model', id: 'theirItem', name: 'Item', schema: { type: 'string' } },
    ]
    const { added } = paste([...empty, ...theirs], shop, ['get'])
    expect(named(added)).toContain('model Order2')
    expect(JSON.stringify(added.find(({ kind }) => kind === 'method'))).toContain(
      '#/components/schemas/Order2',
    )
  })

  it('asks for an authorizer by the name that the copy got', () => {
    const theirs: ApiRecord = { kind: 'authorizer', id: 'a', name: 'tokens', scheme: { type: 'apiKey' } }
    const { added } = paste([...empty, theirs], shop, ['get'])
    expect(added.find(({ kind }) => kind === 'method')).toMatchObject({ security: [{ 'tokens-2': [] }] })
  })
})

describe('pasting into the same API', () => {
  it('copies the chosen and uses everything shared as it is, secrets and all', () => {
    const { editor, added, pasted } = paste(shop, shop, ['get'], { at: 'orders' })
    expect(named(added)).toEqual(['example One order 2', 'method getOrder2'])
    expect(added.find(({ kind }) => kind === 'method')).toMatchObject({
      resource: 'orders',
      integration: 'call',
    })
    expect(pasted.withoutSecrets).toEqual([])
    expect(errors(editor.definition)).toEqual([])
  })

  it('keeps the secrets of a function that is copied', () => {
    const { added } = paste(shop, shop, ['fn'])
    expect(added).toMatchObject([{ name: 'read-order-2', environment: { KEY: 'sealed' } }])
  })

  it('makes a second parameter beside the first a word: no request could tell them apart', () => {
    const { editor, added } = paste(shop, shop, ['order'], 'beside')
    expect(added.find(({ kind }) => kind === 'resource')).toMatchObject({ parent: 'orders', pathPart: 'id' })
    expect(errors(editor.definition)).toEqual([])
  })

  it('duplicates a method under a verb that is free', () => {
    const editor = new Editor(shop)
    const diff = editor.run('Duplicate', (t) => void duplicateRecords(t, ['get']))
    expect(Object.values(diff.added).find(({ kind }) => kind === 'method')).toMatchObject({
      httpMethod: 'POST',
      operationId: 'getOrder2',
    })
  })
})

describe('what is refused', () => {
  it('says why, and puts nothing of it', () => {
    const once = paste(shop, shop, ['gone'])
    expect(once.pasted.refusals).toEqual(['This API has its answer to RESOURCE_NOT_FOUND already.'])
    expect(once.added).toEqual([])
    expect(paste(shop, shop, ['try'], { at: 'orders' }).pasted.refusals[0]).toMatch(/onto the method/)
    const greedy: ApiRecord = { kind: 'resource', id: 'rest', parent: 'top', pathPart: '{rest+}' }
    expect(paste([...empty, greedy], shop, ['order'], { at: 'rest' }).added).toEqual([])
  })

  it('leaves out what finds no place, with what only it needs, and pastes the rest', () => {
    const { pasted, added } = paste([...empty, { ...shop.at(-1)!, id: 'theirs' }], shop, ['gone', 'Item'])
    expect(pasted.refusals).toHaveLength(1)
    expect(named(added)).toEqual(['model Item'])
  })

  it('copies neither the API nor its root', () => {
    expect(clipOf(definitionOf(shop), ['api', 'root'])).toBeNull()
  })

  it.each([
    ['nothing of ours', 'select * from orders', /no part of an API/],
    ['other JSON', '{"openapi": "3.1.0"}', /no part of an API/],
    ['a newer version', '{"penstock":"records","version":2,"roots":[],"records":[]}', /newer version/],
    [
      'what is no record',
      '{"penstock":"records","version":1,"roots":["a"],"records":[{"kind":"method","id":"a"}]}',
      /resource/,
    ],
  ])('reads %s from the clipboard as a reason', (_, text, reason) => {
    expect(readClip(text)).toMatch(reason)
  })
})

/** Sound APIs whose names and ids collide with those of others of them. */
const anyApi = fc
  .record({
    parts: fc.array(fc.tuple(fc.nat(8), fc.constantFrom('a', 'b', '{id}', '{key}', 'a-2')), { maxLength: 8 }),
    methods: fc.array(fc.tuple(fc.nat(8), fc.constantFrom('GET', 'POST', 'PUT'), fc.nat(3)), {
      maxLength: 8,
    }),
    models: fc.array(
      fc.tuple(fc.constantFrom('A', 'A2', 'B', 'C'), fc.constantFrom('A', 'B', 'C', ''), fc.nat(1)),
      {
        maxLength: 4,
      },
    ),
    services: fc.array(fc.tuple(fc.constantFrom('one', 'two', ''), fc.nat(1)), { maxLength: 3 }),
    prefix: fc.constantFrom('', 'x'),
  })
  .map(({ parts, methods, models, services, prefix }): ApiRecord[] => {
    const id = (name: string) => `${prefix}${name}`
    const resources: ApiRecord[] = [{ kind: 'resource', id: id('root'), parent: null, pathPart: '' }]
    for (const [at, pathPart] of parts) {
      const parent = resources[at % resources.length]!.id
      const isTaken = resources.some(
        (other) =>
          other.kind === 'resource' &&
          other.parent === parent &&
          (other.pathPart === pathPart || (other.pathPart.startsWith('{') && pathPart.startsWith('{'))),
      )
      if (!isTaken) resources.push({ kind: 'resource', id: id(`r${resources.length}`), parent, pathPart })
    }
    const shared = new Map<string, ApiRecord>()
    for (const [name, ref, kind] of models) {
      const properties: JsonObject = ref === '' ? {} : { of: { $ref: `#/components/schemas/${ref}` } }
      shared.set(`m${name}`, {
        kind: 'model',
        id: id(`m${name}`),
        name,
        schema: { type: kind ? 'object' : 'array', properties },
      })
    }
    for (const [name, way] of services) {
      shared.set(`u${name}`, { kind: 'upstream', id: id(`u${name}`), name, url: `https://${way}.example` })
      shared.set(`i${name}`, {
        kind: 'integration',
        id: id(`i${name}`),
        ...(name ? { name } : {}),
        type: 'http_proxy',
        upstream: id(`u${name}`),
      })
    }
    const integrations = [...shared.values()].filter(({ kind }) => kind === 'integration')
    const taken = new Map<string, ApiRecord>()
    for (const [at, httpMethod, which] of methods) {
      const resource = resources[at % resources.length]!.id
      const integration = integrations[which]?.id
      taken.set(`${resource} ${httpMethod}`, {
        kind: 'method',
        id: id(`t${resources.indexOf(resources[at % resources.length]!)}${httpMethod}`),
        resource,
        httpMethod: httpMethod as 'GET',
        operationId: `op${resources.indexOf(resources[at % resources.length]!)}${httpMethod}`,
        ...(integration ? { integration } : {}),
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
      })
    }
    return [{ kind: 'api', id: id('api'), name: 'Any' }, ...resources, ...shared.values(), ...taken.values()]
  })

describe('whatever is pasted wherever', () => {
  it('keeps a sound API sound, adds only, under new ids, with nothing dangling, and undoes as one', () => {
    fc.assert(
      fc.property(
        anyApi,
        anyApi,
        fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
        fc.nat(30),
        (from, into, picks, at) => {
          const ids = picks.map((pick) => from[pick % from.length]!.id)
          const clip = clipOf(definitionOf(from), ids)
          if (!clip) return
          const before = new Editor(into)
          expect(errors(before.definition)).toEqual([])
          const { editor, diff, added, pasted } = paste(into, from, ids, { at: into[at % into.length]!.id })
          expect(errors(editor.definition)).toEqual([])
          expect([diff.updated, diff.removed]).toEqual([{}, {}])
          const known = new Set([...from, ...into].map((record) => record.id))
          expect(added.filter(({ id }) => known.has(id))).toEqual([])
          expect(pasted.roots.every((id) => id in diff.added)).toBe(true)
          editor.undo()
          expect([...editor.definition.values()]).toEqual(into)
        },
      ),
      { numRuns: 100 },
    )
  })

  // oxlint-disable-next-line vitest/expect-expect -- the property below expects
  it('means the same by every reference as what it was copied from', () => {
    const meaning = (definition: Definition, record: ApiRecord, depth = 0): unknown => {
      if (depth > 6) return '…'
      const own = {
        id: 0,
        name: 0,
        operationId: 0,
        httpMethod: 0,
        parent: 0,
        resource: 0,
        integration: 0,
        upstream: 0,
      }
      const text = canonicalJson({ ...record, ...own })
      const refs = [...text.matchAll(/schemas\/(\w+)/g)].map(([, name]) => {
        const model = [...definition.values()].find((each) => each.kind === 'model' && each.name === name)
        return model ? meaning(definition, model, depth + 1) : 'nothing'
      })
      const ids = kindOf(record.kind)
        .references(record)
        .filter(({ path }) => path[0] !== 'resource' && path[0] !== 'parent')
        .map(({ id }) => meaning(definition, definition.get(id)!, depth + 1))
      return [text.replaceAll(/schemas\/\w+/g, ''), refs, ids]
    }
    fc.assert(
      fc.property(anyApi, anyApi, fc.nat(30), (from, into, pick) => {
        const source = definitionOf(from)
        const record = from[pick % from.length]!
        if (record.kind === 'resource' || !clipOf(source, [record.id])) return
        // Names that the source leaves dangling may mean something where they are pasted.
        if (JSON.stringify(meaning(source, record)).includes('nothing')) return
        const { editor, pasted } = paste(into, from, [record.id])
        const [copy] = pasted.roots
        if (copy) expect(meaning(editor.definition, editor.get(copy)!)).toEqual(meaning(source, record))
      }),
      { numRuns: 100 },
    )
  })
})
