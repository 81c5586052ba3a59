import {
  type ApiRecord,
  applyDiff,
  type Definition,
  definitionOf,
  type Method,
  recordsOf,
  sameRecord,
} from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { sameJson } from '../json.ts'
import { imported } from '../document.fixture.ts'
import { LiveDocument } from './live-document.ts'
import type { TextEdit } from './text-tree.ts'
import { writeLive } from './write-live.ts'

const source = `openapi: 3.0.3
info:
  title: Pets   # as in the shop
  version: "1"
paths:
  # everything about pets
  /pets:
    get:
      operationId: listPets
      summary: Lists them   # all of them
      responses:
        '200': {description: ok}
    post:
      operationId: addPet
      responses:
        '201': {description: made}
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      operationId: onePet
      responses:
        # found
        '200': {description: ok}
components:
  schemas:
    # what is sold
    Pet: {type: object}
`

function open(text = source) {
  const { definition } = imported(text)
  const live = LiveDocument.from(text, definition)!
  return { live, definition }
}

test('WebSocket routes stand beside what OpenAPI has words for, and are edited there', () => {
  const definition = definitionOf([
    { kind: 'api', id: 'api_1', name: 'Chat', type: 'WEBSOCKET' },
    { kind: 'route', id: 'rou_join', routeKey: 'join' },
  ])
  const live = LiveDocument.from(JSON.stringify(writeLive(definition), null, 2), definition)!
  const typed = type(live, '"routeKey": "join"', '"routeKey": "enter"')
  expect(typed.errors).toBeUndefined()
  expect(live.definition.get('rou_join')).toMatchObject({ kind: 'route', routeKey: 'enter' })
})

/** Replaces one stretch of the text, as a person would by typing. */
function type(live: LiveDocument, from: string, to: string) {
  const start = live.text.indexOf(from)
  if (start < 0) throw new Error(`No ${from} in the text.`)
  return live.typed([{ start, end: start + from.length, text: to }])
}

function edit<K extends ApiRecord['kind']>(
  live: LiveDocument,
  find: (record: ApiRecord) => boolean,
  change: Partial<Extract<ApiRecord, { kind: K }>>,
): { edits: readonly TextEdit[]; before: string } {
  const before = live.text
  const record = [...live.definition.values()].find(find)!
  const next = new Map(live.definition)
  next.set(record.id, { ...record, ...change } as ApiRecord)
  return { edits: live.drawn(next), before }
}

function inStep(live: LiveDocument) {
  expect(sameJson(writeLive(live.definition), live.good.value)).toBe(true)
}

const operation = (id: string) => (record: ApiRecord) => record.kind === 'method' && record.operationId === id
const methodOf = (definition: Definition, id: string) =>
  [...definition.values()].find(operation(id)) as Method

test('a text that says what the definition says is left as it is, byte by byte', () => {
  const { live, definition } = open()
  expect(live.text).toBe(source)
  expect(live.drawn(new Map(definition))).toEqual([])
})

describe('an edit of the definition', () => {
  test('changes the lines of that operation, and no comment', () => {
    const { live } = open()
    edit<'method'>(live, operation('listPets'), { summary: 'All pets', deprecated: true })
    expect(live.text).toBe(
      source
        .replace('summary: Lists them   # all of them\n', 'summary: All pets   # all of them\n')
        .replace('operationId: listPets\n', 'operationId: listPets\n      deprecated: true\n'),
    )
    inStep(live)
  })

  test('that moves an operation to another verb takes its lines along', () => {
    const { live } = open()
    edit<'method'>(live, operation('onePet'), { httpMethod: 'HEAD' })
    expect(live.text).toContain('    head:\n      operationId: onePet\n')
    expect(live.text).toContain('# everything about pets')
    inStep(live)
  })

  test('and one of the text converge, whichever comes first', () => {
    const [a, b] = [open(), open()]
    edit<'method'>(a.live, operation('listPets'), { summary: 'All' })
    type(a.live, 'operationId: addPet', 'operationId: newPet')
    type(b.live, 'operationId: addPet', 'operationId: newPet')
    edit<'method'>(b.live, operation('listPets'), { summary: 'All' })
    expect(a.live.text).toBe(b.live.text)
    expect([...a.live.definition.values()]).toEqual([...b.live.definition.values()])
  })
})

describe('an edit of the text', () => {
  test('changes the fields that it touches, of the record that it touches', () => {
    const { live, definition } = open()
    const { diff } = type(live, 'Lists them', 'All of them')
    const method = methodOf(definition, 'listPets')
    expect(diff).toEqual({
      added: {},
      removed: {},
      updated: { [method.id]: [method, { ...method, summary: 'All of them' }] },
    })
    inStep(live)
  })

  test('of a comment changes nothing', () => {
    const { live } = open()
    expect(type(live, '# everything about pets', '# all about pets\n  # indeed').diff).toEqual({
      added: {},
      updated: {},
      removed: {},
    })
  })

  test('that gives an operation another verb leaves it the same operation', () => {
    const { live, definition } = open()
    const { diff } = type(live, '    post:', '    put:')
    const { id } = methodOf(definition, 'addPet')
    expect(Object.keys(diff!.updated)).toEqual([id])
    expect(live.definition.get(id)).toMatchObject({ httpMethod: 'PUT', operationId: 'addPet' })
    inStep(live)
  })

  test('that gives a path another name leaves its operations and its resource the same', () => {
    const { live, definition } = open(source.replace('/pets/{id}', '/owners/{id}'))
    const { resource } = methodOf(definition, 'listPets')
    const { diff } = type(live, '  /pets:', '  /animals:')
    expect(diff).toMatchObject({ added: {}, removed: {} })
    expect(live.definition.get(resource)).toMatchObject({ kind: 'resource', pathPart: 'animals' })
    inStep(live)
  })

  test('that gives a path another name leaves what is below the old one there', () => {
    const { live, definition } = open()
    const { id } = methodOf(definition, 'listPets')
    type(live, '  /pets:', '  /animals:')
    expect(methodOf(live.definition, 'listPets').id).toBe(id)
    expect(live.good.value['paths']).toHaveProperty(['/pets/{id}'])
    inStep(live)
  })

  test('that gives a path another name leaves one above it that is listed without operations', () => {
    const { live, definition } = open(
      source
        .replace('/pets/{id}:', '/owners/{id}/pets:')
        .replace('components:', '  /owners: {}\ncomponents:'),
    )
    const { resource } = methodOf(definition, 'onePet')
    const { diff } = type(live, '  /owners/{id}/pets:', '  /animals:')
    expect(live.definition.get(resource)).toMatchObject({ parent: expect.any(String), pathPart: 'animals' })
    const parts = Object.values(diff!.removed).map((record) => record.kind === 'resource' && record.pathPart)
    expect(parts).toEqual(['{id}'])
    expect(live.good.value['paths']).toHaveProperty(['/owners'])
    inStep(live)
  })

  test('with an operation without an id matches it by what it says', () => {
    const text = source.replace('      operationId: addPet\n', '')
    const { live, definition } = open(text)
    const method = [...recordsOf(definition, 'method')].find(({ httpMethod }) => httpMethod === 'POST')!
    type(live, '    post:', '    patch:')
    expect(live.definition.get(method.id)).toMatchObject({ httpMethod: 'PATCH' })
  })

  test('that adds and removes operations, schemas and paths does so on the graph', () => {
    const { live } = open()
    type(live, '  /pets/{id}:\n', '  /orders/{order}/items:\n    get:\n      responses: {}\n  /pets/{id}:\n')
    inStep(live)
    expect([...recordsOf(live.definition, 'resource')].map(({ pathPart }) => pathPart)).toContain('{order}')
    type(live, '  /orders/{order}/items:\n    get:\n      responses: {}\n', '')
    expect([...recordsOf(live.definition, 'resource')].map(({ pathPart }) => pathPart).sort()).toEqual([
      '',
      'pets',
      '{id}',
    ])
    type(live, '    Pet: {type: object}\n', '    Pet: {type: object}\n    Toy: {type: string}\n')
    expect([...recordsOf(live.definition, 'model')].map(({ name }) => name)).toEqual(['Pet', 'Toy'])
    inStep(live)
  })

  test('gives a new operation the mock that answers from examples, as an import does', () => {
    const { live } = open()
    type(live, '    post:\n', '    delete:\n      responses: {}\n    post:\n')
    const method = [...recordsOf(live.definition, 'method')].find(
      ({ httpMethod }) => httpMethod === 'DELETE',
    )!
    expect(live.definition.get(method.integration!)).toMatchObject({ fromExamples: true })
  })

  test('of who may call applies to every operation that says nothing of it', () => {
    const { live } = open(
      source
        .replace(
          'components:\n',
          'components:\n  securitySchemes:\n    Jwt: {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt}}\n',
        )
        .replace('openapi: 3.0.3\n', 'openapi: 3.0.3\nx-amazon-apigateway-importexport-version: "1.0"\n'),
    )
    type(live, 'paths:\n', 'security:\n  - Jwt: []\npaths:\n')
    for (const method of recordsOf(live.definition, 'method')) expect(method.authorizationType).toBe('JWT')
    inStep(live)
  })
})

describe('an undo', () => {
  test('of what was typed puts the text back as it was, with its comments and its ids', () => {
    const { live, definition } = open()
    const { inverse } = type(
      live,
      "    post:\n      operationId: addPet\n      responses:\n        '201': {description: made}\n",
      '    # gone\n',
    )
    expect(live.restored(definition, [inverse])).toBe(true)
    expect(live.text).toBe(source)
    expect(live.definition).toBe(definition)
  })

  test('of something else is told apart', () => {
    const { live, definition } = open()
    const { inverse } = type(live, 'Lists them', 'All of them')
    const other = new Map(definition)
    const method = methodOf(definition, 'addPet')
    other.set(method.id, { ...method, summary: 'Other' })
    expect(live.restored(other, [inverse])).toBe(false)
    expect(live.text).toContain('All of them')
  })
})

describe('a text that is not valid', () => {
  test('leaves the definition as it was and tells where; the next valid one is compared with the last', () => {
    const { live, definition } = open()
    const broken = type(live, 'operationId: listPets', 'operationId: "listPets')
    expect(broken.errors).toMatchObject([{ code: 'syntax', location: { line: expect.any(Number) } }])
    expect(live.definition).toBe(definition)
    expect(live.text).toContain('"listPets\n')
    const mended = type(live, '"listPets', 'allPets')
    expect(Object.values(mended.diff!.updated)).toHaveLength(1)
    expect(methodOf(live.definition, 'allPets').id).toBe(methodOf(definition, 'listPets').id)
    inStep(live)
  })

  test('tells of an operation that is not written yet, at its line', () => {
    const { live } = open()
    const { errors } = type(live, '    post:\n', '    delete:\n    post:\n')
    expect(errors).toMatchObject([{ code: 'unfinished', location: { line: 13, column: 5 } }])
  })

  test('tells of a version that it can not become', () => {
    const { live } = open()
    expect(type(live, 'openapi: 3.0.3', 'swagger: "2.0"').errors).toMatchObject([
      { code: 'other-format', location: { line: 1, column: 1 } },
    ])
    expect(type(live, 'swagger: "2.0"', 'openapi: 3.1.0').errors).toBeUndefined()
    expect([...recordsOf(live.definition, 'api')]).toMatchObject([{ openapiVersion: '3.1.0' }])
  })
})

describe('what OpenAPI has no words for', () => {
  const drawn: ApiRecord[] = [
    { kind: 'api', id: 'api_1', name: 'Drawn', type: 'HTTP' },
    { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'res_a', parent: 'res_root', pathPart: '{a}', declared: true },
    { kind: 'method', id: 'met_1', resource: 'res_a', httpMethod: 'GET', integration: 'int_fn' },
    { kind: 'method', id: 'met_2', resource: 'res_a', httpMethod: 'PUT', integration: 'int_http' },
    { kind: 'method', id: 'met_3', resource: 'res_a', httpMethod: 'POST', integration: 'int_http' },
    { kind: 'integration', id: 'int_fn', type: 'aws_proxy', function: 'fun_1' },
    { kind: 'integration', id: 'int_http', type: 'http_proxy', uri: 'http://a.example', httpMethod: 'ANY' },
    {
      kind: 'function',
      id: 'fun_1',
      name: 'hello',
      code: 'one\ntwo',
      environment: { SECRET: 'x' },
    } as ApiRecord,
  ]

  test('is in x-penstock by its id and can be edited there; secrets are not', () => {
    const live = new LiveDocument(definitionOf(drawn))
    expect(live.text).toContain('x-penstock-integration: int_fn')
    expect(live.text).not.toContain('SECRET')
    type(live, '        two', '        three')
    expect(live.definition.get('fun_1')).toMatchObject({ code: 'one\nthree', environment: { SECRET: 'x' } })
  })

  test('stays as it is when something else is edited', () => {
    const live = new LiveDocument(definitionOf(drawn))
    const { diff } = type(live, 'title: Drawn', 'title: Written')
    expect(applyDiff(definitionOf(drawn), diff!)).toEqual(
      definitionOf(drawn.map((record) => (record.kind === 'api' ? { ...record, name: 'Written' } : record))),
    )
  })

  test('an integration that Amazon has words for stands where it is used once', () => {
    const live = new LiveDocument(definitionOf(drawn))
    const next = new Map(live.definition)
    next.delete('met_3')
    live.drawn(next)
    expect(live.text).toContain('uri: http://a.example')
    type(live, 'uri: http://a.example', 'uri: http://b.example')
    expect(live.definition.get('int_http')).toMatchObject({ uri: 'http://b.example' })
    inStep(live)
  })
})

describe('Swagger 2.0', () => {
  const text = JSON.stringify(
    {
      swagger: '2.0',
      info: { title: 'x', version: '1' },
      host: 'a.example',
      paths: {
        '/p': {
          post: {
            consumes: ['application/json'],
            parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/P' } }],
            responses: { 200: { description: 'ok' } },
          },
        },
      },
      definitions: { P: { type: 'object' } },
    },
    null,
    2,
  )

  test('stays Swagger 2.0, in JSON, both ways', () => {
    const { live } = open(text)
    expect(live.text).toBe(text)
    const schema = (record: ApiRecord) => record.kind === 'model'
    edit<'model'>(live, schema, { schema: { type: 'object', title: 'P' } })
    expect(live.text).toBe(text.replace('"type": "object"', '"type": "object",\n      "title": "P"'))
    type(live, '"ok"', '"fine"')
    inStep(live)
    const [method] = recordsOf(live.definition, 'method')
    expect(method?.responses).toEqual({ 200: { description: 'fine' } })
  })
})

test('a name that is cut and put back is the record that it was, whatever it says now', () => {
  const { definition } = imported(source)
  const drawn = new Map(definition)
  for (const [id, record] of definition)
    if (record.kind === 'model') {
      drawn.delete(id)
      drawn.set('mod_drawn', { ...record, id: 'mod_drawn' })
    }
  const live = LiveDocument.from(source, drawn)!
  type(live, '    Pet: {type: object}\n', '    Dog: {type: string}\n')
  expect(live.definition.has('mod_drawn')).toBe(false)
  type(live, '    Dog: {', '    Pet: {type: integer}\n    Dog: {')
  expect(live.definition.get('mod_drawn')).toMatchObject({ name: 'Pet', schema: { type: 'integer' } })
  type(live, '    Pet: {type: integer}\n', '    Cat: {type: integer}\n')
  expect(live.definition.get('mod_drawn')).toMatchObject({ name: 'Cat' })
  type(live, '    Dog: {', '    Pet: {type: number}\n    Dog: {')
  expect(live.definition.get('mod_drawn')).toMatchObject({ name: 'Cat' })
  expect([...recordsOf(live.definition, 'model')].map(({ name }) => name).sort()).toEqual([
    'Cat',
    'Dog',
    'Pet',
  ])
})

test('text that was written for an older definition is brought in step and keeps its comments', () => {
  const { definition } = imported(source)
  const newer = new Map(definition)
  const method = methodOf(definition, 'onePet')
  newer.set(method.id, { ...method, summary: 'One' })
  const live = LiveDocument.from(source, newer)!
  expect(live.text).toBe(source.replace('operationId: onePet\n', 'summary: One\n      operationId: onePet\n'))
  for (const [id, record] of newer) expect(sameRecord(live.definition.get(id)!, record)).toBe(true)
})

test('a definition of nothing but an API has a text to begin with', () => {
  const live = new LiveDocument(definitionOf([{ kind: 'api', id: 'api_1', name: 'New' }]))
  expect(live.text).toBe("openapi: 3.1.0\ninfo:\n  title: New\n  version: '1.0'\npaths: {}\n")
  type(live, 'paths: {}', 'paths:\n  /a:\n    get: {}')
  expect([...live.definition.values()].map(({ kind }) => kind).sort()).toEqual([
    'api',
    'integration',
    'method',
    'resource',
    'resource',
  ])
  inStep(live)
})
