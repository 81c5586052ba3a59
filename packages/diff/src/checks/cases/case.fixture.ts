import type { ApiRecord, Definition, Json, JsonObject, Location, Method } from '@penstock/model'
import { changes, list, pets } from '../../definition.fixture.ts'
import type { Finding } from '../../index.ts'

/** Two versions of an API, and what a check says of them. */
export interface Case {
  readonly before: Definition
  readonly after: Definition
  /** Verdict, message, and the places before and after. */
  readonly says: string
}

/** By the id of the check that the case is of. */
export type Cases = Readonly<Record<string, Case>>

/** `GET /pets` with some fields, and with others. */
export function method(
  before: Partial<Method>,
  after: Partial<Method>,
  says: string,
  ...shared: ApiRecord[]
): Case {
  return { before: pets(list(before), ...shared), after: pets(list(after), ...shared), says }
}

/** Records beside those of `GET /pets` and `POST /pets`, or in place of some of them. */
export function records(before: ApiRecord[], after: ApiRecord[], says: string): Case {
  return { before: pets(...before), after: pets(...after), says }
}

export function query(name: string, fields: JsonObject = {}): JsonObject {
  return { name, in: 'query', schema: { type: 'string' }, ...fields }
}

/** One query parameter with some fields, and with others. */
export function parameter(before: JsonObject, after: JsonObject, says: string): Case {
  return method({ parameters: [query('q', before)] }, { parameters: [query('q', after)] }, says)
}

export function json(schema: Json): JsonObject {
  return { content: { 'application/json': { schema } } }
}

/** The schema of what callers send. */
export function request(before: Json, after: Json, says: string): Case {
  return method({ requestBody: json(before) }, { requestBody: json(after) }, says)
}

/** The schema of what clients read. */
export function response(before: Json, after: Json, says: string): Case {
  return method({ responses: { 200: json(before) } }, { responses: { 200: json(after) } }, says)
}

export function object(properties: JsonObject, required: string[] = []): JsonObject {
  return { type: 'object', properties, ...(required.length ? { required } : {}) }
}

/** The findings of one check, each in one line. */
export function findingsOf(check: string, { before, after }: Case): string[] {
  return changes(before, after)
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.check === check)
    .map(say)
}

function say({ verdict, message, before, after }: Finding): string {
  return `${verdict}: ${message} (${placeOf(before)} → ${placeOf(after)})`
}

function placeOf(location: Location | undefined): string {
  return location === undefined ? 'nowhere' : [location.record, ...(location.path ?? [])].join(' ')
}
