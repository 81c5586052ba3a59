import {
  type ApiRecord,
  type Definition,
  definitionOf,
  diffDefinitions,
  type Json,
  type JsonObject,
  type Method,
} from '@penstock/model'
import { type Change, judge } from './index.ts'

/** `GET /pets` and `POST /pets`, on a mock, below the root. Records with the same id replace these. */
export function pets(...more: ApiRecord[]): Definition {
  return definitionOf([
    { kind: 'api', id: 'api_1', name: 'pets' },
    { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' },
    list(),
    { kind: 'method', id: 'met_create', resource: 'res_pets', httpMethod: 'POST', integration: 'int_1' },
    { kind: 'integration', id: 'int_1', name: 'Mock from examples', type: 'mock', fromExamples: true },
    ...more,
  ])
}

/** `GET /pets` as it is, with some fields of its own. */
export function list(fields: Partial<Method> = {}): Method {
  return {
    kind: 'method',
    id: 'met_list',
    resource: 'res_pets',
    httpMethod: 'GET',
    integration: 'int_1',
    ...fields,
  }
}

export function model(name: string, schema: Json): ApiRecord {
  return { kind: 'model', id: `mod_${name}`, name, schema }
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` }
}

export function without(definition: Definition, ...ids: string[]): Definition {
  return definitionOf([...definition.values()].filter((record) => !ids.includes(record.id)))
}

export function changes(before: Definition, after: Definition): Change[] {
  return judge(before, after, diffDefinitions(before, after))
}

/** What changing `GET /pets` from one set of fields to another means: the title, and `check: verdict` of each finding. */
export function editing(before: Partial<Method>, after: Partial<Method>, ...shared: ApiRecord[]) {
  const [change] = changes(pets(list(before), ...shared), pets(list(after), ...shared))
  return {
    title: change?.title,
    found: change?.findings.map((finding) => `${finding.check}: ${finding.verdict}`) ?? [],
  }
}

/** The same for the schema of its request body and of its 200 response. */
export function editingSchema(before: Json, after: Json, ...shared: ApiRecord[]) {
  const body = (schema: Json): JsonObject => ({ content: { 'application/json': { schema } } })
  return {
    request: editing({ requestBody: body(before) }, { requestBody: body(after) }, ...shared).found,
    response: editing({ responses: { 200: body(before) } }, { responses: { 200: body(after) } }, ...shared)
      .found,
  }
}
