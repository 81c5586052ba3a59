import {
  type ApiRecord,
  type Definition,
  diffDefinitions,
  type JsonObject,
  nameKey,
  type RecordId,
  recordsOf,
  refsOf,
} from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { list, model, pets } from './definition.fixture.ts'
import { judge } from './index.ts'
import { reachOf } from './users.ts'

const names = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const sections = ['schemas', 'responses', 'requestBodies'] as const

const reference = fc
  .tuple(fc.constantFrom(...sections), fc.constantFrom(...names))
  .map(([section, name]): JsonObject => ({ $ref: `#/components/${section}/${name}` }))
const references = fc.array(reference, { maxLength: 3 }).map((all): JsonObject => ({ allOf: all }))

/** Some of the names of a section, each with references to whatever: circles, itself, and what is not there included. */
const section = fc.dictionary(fc.constantFrom(...names), references, { maxKeys: 6, noNullPrototype: true })

/** An API of which two methods and what they share refer to shared records at random. */
const definition = fc
  .record({
    models: section,
    responses: section,
    requestBodies: section,
    answered: references,
    asked: references,
    created: references,
    ofPath: references,
  })
  .map((all): Definition => {
    const components = (['responses', 'requestBodies'] as const).flatMap((name) =>
      Object.entries(all[name]).map(
        ([key, value]) =>
          ({ kind: 'component', id: `com_${name}_${key}`, section: name, name: key, value }) as ApiRecord,
      ),
    )
    return pets(
      list({ requestBody: all.asked, responses: { '200': all.answered } }),
      { ...pets().get('met_create')!, responses: { '201': all.created } } as ApiRecord,
      { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets', parameters: [all.ofPath] },
      ...Object.entries(all.models).map(([key, schema]) => model(key, schema)),
      ...components,
    )
  })

/** The plain definition: a method meets all that its references lead to, one after the other. */
function meets(definition: Definition, record: ApiRecord, direction: 'request' | 'response'): Set<RecordId> {
  const found = new Set<RecordId>()
  for (const method of recordsOf(definition, 'method')) {
    const resource = definition.get(method.resource) as JsonObject | undefined
    const parts =
      direction === 'response'
        ? [method.responses]
        : [method.parameters, method.requestBody, resource?.['parameters']]
    const met = new Set(parts.flatMap((part) => (part ? [...refsOf(part as JsonObject)] : [])))
    for (const key of met)
      for (const other of definition.values())
        if (nameKey(other) === key) for (const next of refsOf(other)) met.add(next)
    if (met.has(nameKey(record)!)) found.add(method.id)
  }
  return found
}

const shared = (definition: Definition) =>
  [...definition.values()].filter((record) => nameKey(record) !== undefined)

test('a shared record reaches the methods whose references lead to it, in whichever order that is asked', () => {
  fc.assert(
    fc.property(definition, fc.infiniteStream(fc.nat()), (given, random) => {
      const order = new Map(shared(given).map((record) => [record, random.next().value as number]))
      for (const record of shared(given).sort((a, b) => order.get(a)! - order.get(b)!)) {
        const [request, response] = [meets(given, record, 'request'), meets(given, record, 'response')]
        const reach = reachOf(given, record)
        expect(reach.request).toEqual(request)
        expect(reach.response).toEqual(response)
        expect(reach.methods).toEqual(new Set([...request, ...response]))
      }
    }),
    { numRuns: 500 },
  )
}, 30_000)

test('a change of a shared record affects the methods that meet it, before or after', () => {
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      for (const { record: id, affects } of judge(before, after, diffDefinitions(before, after))) {
        const [from, to] = [before.get(id), after.get(id)]
        if (affects.length === 0 || !from || !to || nameKey(to) === undefined) continue
        const users = (['request', 'response'] as const).flatMap((direction) => [
          ...meets(before, from, direction),
          ...meets(after, to, direction),
        ])
        expect(affects).toEqual([...new Set(users)].sort())
      }
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('references that run very deep are followed', () => {
  const deep = pets(
    list({ responses: { '200': { $ref: '#/components/schemas/M0' } } }),
    ...Array.from({ length: 20_000 }, (_, at) =>
      model(`M${at}`, { $ref: `#/components/schemas/M${at + 1}` }),
    ),
    model('M20000', {}),
  )
  expect([...reachOf(deep, deep.get('mod_M20000')!).response]).toEqual(['met_list'])
})
