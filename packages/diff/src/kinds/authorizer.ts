import { type Api, type Authorizer, type Json, type JsonObject, recordsOf } from '@penstock/model'
import { objectAt, sameJson } from '../json.ts'
import { documentationFields } from '../operation/documentation-fields.ts'
import { changedFields, type KindComparison, type RecordSides } from './comparison.ts'

type Sides = RecordSides<Authorizer>

export const authorizerComparison: KindComparison<Authorizer> = {
  compare(sides) {
    const { from, to, emit } = sides
    compareSettings(sides)
    compareScheme(sides)
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'authorizer', from: from.name, to: to.name })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  *affects(definition, authorizer) {
    let byDefault: Api['security']
    for (const api of recordsOf(definition, 'api')) byDefault ??= api.security
    for (const method of recordsOf(definition, 'method'))
      if (
        method.authorizer === authorizer.id ||
        (method.security ?? byDefault)?.some((way) => Object.hasOwn(way, authorizer.name))
      )
        yield method.id
    for (const route of recordsOf(definition, 'route')) if (route.authorizer === authorizer.id) yield route.id
  },
  subject: (_, authorizer) => `authorizer ${authorizer.name}`,
}

/** What the gateway runs. */
function compareSettings({ from, to, emit }: Sides) {
  if (!from.settings || !to.settings) {
    if (from.settings || to.settings)
      emit('authorizer-changed', ['settings'], {
        name: to.name,
        field: 'type',
        from: typeOf(from),
        to: typeOf(to),
      })
    return
  }
  for (const [field, a, b] of differing(from.settings, to.settings))
    emit('authorizer-changed', ['settings', field], { name: to.name, field, from: a, to: b })
}

/** Members of a security scheme by which callers send their credentials. The others document, or are extensions. */
const wire = ['type', 'in', 'name', 'scheme', 'openIdConnectUrl']

/** What callers read. */
function compareScheme({ from, to, emit }: Sides) {
  const [before, after] = [from.scheme ?? {}, to.scheme ?? {}]
  const { name } = to
  for (const [field, a, b] of differing(before, after))
    if (wire.includes(field))
      emit('security-scheme-changed', ['scheme', field], { name, field, from: a, to: b })
    else if (field === 'flows') compareFlows({ name, before: a, after: b, emit })
    else if (field.startsWith('x-')) emit('extensions-changed', ['scheme', field], { fields: [field] })
    else if (field === 'bearerFormat') emit('documentation-changed', ['scheme', field], { fields: [field] })
  const fields = documentationFields(before, after)
  if (fields.length) emit('documentation-changed', ['scheme'], { fields })
}

interface Flows {
  readonly name: string
  readonly before: Json | undefined
  readonly after: Json | undefined
  readonly emit: Sides['emit']
}

/** The ways to a token: their URLs, and the scopes that may be asked for. */
function compareFlows({ name, before, after, emit }: Flows) {
  const [from, to] = [objectAt({ before }, 'before'), objectAt({ after }, 'after')]
  for (const flow of union(from, to)) {
    const path = ['scheme', 'flows', flow]
    if (!(flow in from) || !(flow in to)) {
      const say = (flows: JsonObject) => (flow in flows ? flow : undefined)
      emit('security-scheme-changed', path, { name, field: 'flow', from: say(from), to: say(to) })
      continue
    }
    for (const [field, a, b] of differing(objectAt(from, flow), objectAt(to, flow))) {
      if (field !== 'scopes') {
        emit('security-scheme-changed', [...path, field], { name, field, from: a, to: b })
        continue
      }
      const [had, has] = [objectAt({ a }, 'a'), objectAt({ b }, 'b')]
      const added = Object.keys(has).filter((scope) => !(scope in had))
      const removed = Object.keys(had).filter((scope) => !(scope in has))
      if (added.length + removed.length)
        emit('oauth-scopes-changed', [...path, field], { name, added, removed })
    }
  }
}

function differing(
  before: JsonObject,
  after: JsonObject,
): [field: string, from: Json | undefined, to: Json | undefined][] {
  return union(before, after)
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => [field, before[field], after[field]])
}

function union(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
}

function typeOf({ settings }: Authorizer): string {
  return typeof settings?.['type'] === 'string' ? settings['type'] : 'none'
}
