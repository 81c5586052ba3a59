import { type Definition, type Json, type JsonObject, resolveRef } from '@penstock/model'
import type { Direction, Emit, Part, SchemaPlace } from '../delta.ts'
import { isObject, objectAt, ownAt, sameJson } from '../json.ts'
import { withoutWords } from '../operation/documentation-fields.ts'
import { compareDiscriminators } from './compare-discriminators.ts'
import { constraintEffect, constraints } from './constraints.ts'
import { flatten, refsOfWhole, type SharedRefs } from './flatten.ts'
import { isOnlyNull, nameTypes, typeEffect, typesOf } from './types-of.ts'

export interface SchemaSides {
  readonly before: Definition
  readonly after: Definition
  readonly direction: Direction
  readonly part: Part
  readonly where: string
  /** Set for a record that many operations share: headings then name the record, not the place. */
  readonly shared?: boolean
  readonly emit: Emit
}

/** Keywords that are compared below, or that change no value. All others are reported as they are. */
const handled = new Set(
  Object.keys(constraints).concat(
    '$ref',
    'type',
    'nullable',
    'enum',
    'const',
    'properties',
    'required',
    'items',
    'additionalProperties',
    'allOf',
    'oneOf',
    'anyOf',
    'default',
    'discriminator',
    'title',
    'description',
    'example',
    'examples',
    'externalDocs',
    'deprecated',
    'xml',
    '$comment',
    'readOnly',
    'writeOnly',
  ),
)

const maxDepth = 64

/**
 * How two schemas differ, property by property. A `$ref` that is the same on both sides is not followed: if the model
 * behind it changed, that is a change of its own. Where they differ both are followed, each pair once, so models that
 * lead back to themselves end.
 */
export function compareSchemas(
  sides: SchemaSides,
  from: Json | undefined,
  to: Json | undefined,
  path: readonly (string | number)[],
): void {
  const seen = new Set<string>()
  const mark = sides.direction === 'request' ? 'readOnly' : 'writeOnly'
  const placed = (at: string): SchemaPlace => ({
    direction: sides.direction,
    part: sides.part,
    where: sides.where,
    shared: sides.shared ?? false,
    at,
  })
  visit(from, to, '', path, 0)

  function visit(
    a: Json | undefined,
    b: Json | undefined,
    at: string,
    here: readonly (string | number)[],
    depth: number,
  ) {
    if (sameJson(a, b)) return
    const say = placed(at)
    const [refsA, refsB] = [new Set(refsOfWhole(a)), new Set(refsOfWhole(b))]
    if (refsA.size + refsB.size > 0) {
      const pair = `${JSON.stringify(a)}\n${JSON.stringify(b)}`
      if (seen.has(pair)) return
      seen.add(pair)
    }
    const refs = new Set([...refsA].filter((ref) => refsB.has(ref)))
    const shared: SharedRefs = { refs, definition: sides.after }
    const [x, y] = [flatten(a, sides.before, shared), flatten(b, sides.after, shared)]
    if (!x || !y || depth > maxDepth) {
      if (saysSame(a, b)) return
      const keyword = refsA.size + refsB.size > 0 ? '$ref' : String(here.at(-1))
      return sides.emit('schema-other', here, { ...say, keyword })
    }
    const [typesX, typesY] = [typesOf(x), typesOf(y)]
    const effect = typeEffect(typesX, typesY)
    if (effect)
      sides.emit('schema-type', [...here, 'type'], {
        ...say,
        from: nameTypes(typesX),
        to: nameTypes(typesY),
        effect,
        nullable: isOnlyNull(typesX, typesY),
      })
    if (effect === 'changed' && ![...(typesX ?? [])].some((type) => type !== 'null' && typesY?.has(type)))
      return
    enums(x, y, at, here)
    for (const keyword in constraints) {
      const effect = constraintEffect(keyword, x, y)
      if (effect)
        sides.emit('schema-constraint', [...here, keyword], {
          ...say,
          keyword,
          from: x[keyword],
          to: y[keyword],
          effect,
        })
    }
    properties(x, y, at, here, depth)
    visit(x['items'], y['items'], `${at}[]`, [...here, 'items'], depth + 1)
    additional(x, y, at, here, depth)
    for (const keyword of ['oneOf', 'anyOf']) alternatives(x, y, keyword, at, here, depth)
    const discriminators = compareDiscriminators(x, y)
    if (discriminators)
      sides.emit('schema-discriminator', [...here, 'discriminator'], { ...say, ...discriminators })
    if (!sameJson(x['default'], y['default']))
      sides.emit('schema-default', [...here, 'default'], { ...say, from: x['default'], to: y['default'] })
    for (const keyword of new Set([...Object.keys(x), ...Object.keys(y)]))
      if (!handled.has(keyword) && !keyword.startsWith('x-') && !saysSame(x[keyword], y[keyword], keyword))
        sides.emit('schema-other', [...here, keyword], { ...say, keyword })
    if (!sameMembers(listAt(x, 'allOf') ?? [], listAt(y, 'allOf') ?? []))
      sides.emit('schema-other', [...here, 'allOf'], { ...say, keyword: 'allOf' })
  }

  function enums(x: JsonObject, y: JsonObject, at: string, here: readonly (string | number)[]) {
    const [a, b] = [listAt(x, 'enum'), listAt(y, 'enum')]
    if (sameJson(a, b)) return
    const list = a === undefined ? 'introduced' : b === undefined ? 'dropped' : 'kept'
    const added = (b ?? []).filter((value) => !(a ?? []).some((other) => sameJson(value, other)))
    const removed = (a ?? []).filter((value) => !(b ?? []).some((other) => sameJson(value, other)))
    if (list !== 'kept' || added.length + removed.length > 0)
      sides.emit('schema-enum', [...here, 'enum'], { ...placed(at), added, removed, list })
  }

  function properties(
    x: JsonObject,
    y: JsonObject,
    at: string,
    here: readonly (string | number)[],
    depth: number,
  ) {
    const [a, b] = [objectAt(x, 'properties'), objectAt(y, 'properties')]
    const [needA, needB] = [requiredOf(x), requiredOf(y)]
    for (const name of new Set([...Object.keys(a), ...Object.keys(b), ...needA, ...needB])) {
      const [was, is] = [ownAt(a, name), ownAt(b, name)]
      const [wasHidden, hidden] = [isMarked(was, mark, sides.before), isMarked(is, mark, sides.after)]
      // Callers never see it in this direction, on either side that has it.
      if ((was ?? is) !== undefined && (was === undefined || wasHidden) && (is === undefined || hidden))
        continue
      const say = placed(at === '' ? name : `${at}.${name}`)
      const place = [...here, 'properties', name]
      const [wasRequired, required] = [needA.has(name), needB.has(name)]
      const sayRequired = () => sides.emit('schema-property-required', place, { ...say, required })
      if (was === undefined && is !== undefined) {
        sides.emit('schema-property-added', place, {
          ...say,
          required: required && !wasRequired,
          closed: isClosed(x),
        })
        if (wasRequired && !required) sayRequired()
        // What was described for all others was described for it.
        if (isObject(x['additionalProperties']))
          visit(x['additionalProperties'], is, say.at, place, depth + 1)
      } else if (was !== undefined && is === undefined) {
        const deprecated = isMarked(was, 'deprecated', sides.before)
        sides.emit('schema-property-removed', place, {
          ...say,
          required: wasRequired,
          closed: isClosed(y),
          deprecated,
        })
        if (required && !wasRequired) sayRequired()
        if (isObject(y['additionalProperties']))
          visit(was, y['additionalProperties'], say.at, place, depth + 1)
      } else {
        if (wasHidden !== hidden) {
          sides.emit('schema-property-visibility', [...place, mark], { ...say, hidden, required })
          continue
        }
        const [old, deprecated] = [isDeprecated(was), isDeprecated(is)]
        if (old !== deprecated)
          sides.emit('schema-property-deprecated', [...place, 'deprecated'], { ...say, deprecated })
        if (wasRequired !== required) sayRequired()
        visit(was, is, say.at, place, depth + 1)
      }
    }
  }

  function additional(
    x: JsonObject,
    y: JsonObject,
    at: string,
    here: readonly (string | number)[],
    depth: number,
  ) {
    const [a, b] = [x['additionalProperties'] ?? true, y['additionalProperties'] ?? true]
    const place = [...here, 'additionalProperties']
    if ((a === false) === (b === false)) return visit(a, b, `${at}{}`, place, depth + 1)
    const effect = b === false ? ('narrowed' as const) : ('widened' as const)
    const say = placed(at)
    sides.emit('schema-constraint', place, {
      ...say,
      keyword: 'additionalProperties',
      from: a,
      to: b,
      effect,
    })
  }

  function alternatives(
    x: JsonObject,
    y: JsonObject,
    keyword: string,
    at: string,
    here: readonly (string | number)[],
    depth: number,
  ) {
    const [a, b] = [listAt(x, keyword), listAt(y, keyword)]
    if (!a && !b) return
    if (!a || !b) {
      const list = a ? ('dropped' as const) : ('introduced' as const)
      const [added, removed] = [b?.length ?? 0, a?.length ?? 0]
      return sides.emit('schema-alternatives', [...here, keyword], { ...placed(at), list, added, removed })
    }
    const [plainA, plainB] = [a.map(withoutWords), b.map(withoutWords)]
    const isIn = (list: readonly Json[], one: Json | undefined) => list.some((other) => sameJson(one, other))
    const removed = a.filter((_, index) => !isIn(plainB, plainA[index]))
    const added = b.filter((_, index) => !isIn(plainA, plainB[index]))
    if (removed.length === 1 && added.length === 1)
      return visit(removed[0], added[0], at, [...here, keyword, b.indexOf(added[0]!)], depth + 1)
    if (removed.length + added.length === 0) return
    const say = placed(at)
    sides.emit('schema-alternatives', [...here, keyword], {
      ...say,
      list: 'kept',
      added: added.length,
      removed: removed.length,
    })
  }
}

/** Whether both say the same, in whatever words; of one keyword, where it has a name. */
function saysSame(a: Json | undefined, b: Json | undefined, keyword?: string): boolean {
  if (sameJson(a, b)) return true
  const plain = (value: Json | undefined) =>
    value === undefined || keyword === undefined ? value : withoutWords({ [keyword]: value })
  return sameJson(withoutWords(plain(a)), withoutWords(plain(b)))
}

function sameMembers(a: readonly Json[], b: readonly Json[]): boolean {
  const isIn = (list: readonly Json[], one: Json) => list.some((other) => saysSame(other, one))
  return a.every((one) => isIn(b, one)) && b.every((one) => isIn(a, one))
}

/** Whether it refuses properties that it does not describe. */
function isClosed(schema: JsonObject): boolean {
  return schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false
}

/** Whether a schema says so of itself, or what it is made of does. */
function isMarked(
  schema: Json | undefined,
  mark: string,
  definition: Definition,
  seen = new Set<string>(),
): boolean {
  if (!isObject(schema)) return false
  if (schema[mark] === true) return true
  const { $ref } = schema
  if (typeof $ref === 'string' && !seen.has($ref)) {
    seen.add($ref)
    if (isMarked(resolveRef(definition, $ref), mark, definition, seen)) return true
  }
  return listAt(schema, 'allOf')?.some((part) => isMarked(part, mark, definition, seen)) === true
}

function isDeprecated(schema: Json | undefined): boolean {
  return isObject(schema) && schema['deprecated'] === true
}

function requiredOf(schema: JsonObject): Set<string> {
  const list = schema['required']
  return new Set(Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [])
}

function listAt(schema: JsonObject, keyword: string): Json[] | undefined {
  const list = schema[keyword]
  return Array.isArray(list) ? list : undefined
}
