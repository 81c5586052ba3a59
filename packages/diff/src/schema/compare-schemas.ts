import type { Definition, Json, JsonObject } from '@penstock/model'
import type { Direction, Emit, Part, SchemaPlace } from '../delta.ts'
import { isObject, objectAt, sameJson, without } from '../json.ts'
import { withoutWords } from '../operation/documentation-fields.ts'
import { compareDiscriminators } from './compare-discriminators.ts'
import { constraintEffect, constraints } from './constraints.ts'
import { flatten, schemaOf } from './flatten.ts'
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
    if (sameJson(a, b) || depth > maxDepth) return
    const [refA, refB] = [refOf(a), refOf(b)]
    if (refA !== undefined && refA === refB) return
    if (refA !== undefined || refB !== undefined) {
      const pair = `${refA ?? JSON.stringify(a)}\n${refB ?? JSON.stringify(b)}`
      if (seen.has(pair)) return
      seen.add(pair)
    }
    const [left, right] = withoutShared(schemaOf(a, sides.before), schemaOf(b, sides.after))
    const say = placed(at)
    if (!left || !right) {
      if (left || right) sides.emit('schema-other', here, { ...say, keyword: '$ref' })
      return
    }
    const [x, y] = [flatten(left, sides.before), flatten(right, sides.after)]
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
      if (!handled.has(keyword) && !keyword.startsWith('x-') && !meansSame(x, y, keyword))
        sides.emit('schema-other', [...here, keyword], { ...say, keyword })
  }

  function enums(x: JsonObject, y: JsonObject, at: string, here: readonly (string | number)[]) {
    const [a, b] = [valuesOf(x), valuesOf(y)]
    if (sameJson(a, b)) return
    const list = a === undefined ? 'introduced' : b === undefined ? 'dropped' : 'kept'
    const added = (b ?? []).filter((value) => !(a ?? []).some((other) => sameJson(value, other)))
    const removed = (a ?? []).filter((value) => !(b ?? []).some((other) => sameJson(value, other)))
    if (added.length + removed.length > 0)
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
      if (isHidden(a[name], b[name])) continue
      const say = placed(at === '' ? name : `${at}.${name}`)
      const place = [...here, 'properties', name]
      const [wasThere, isThere] = [name in a, name in b]
      if (!wasThere && isThere)
        sides.emit('schema-property-added', place, {
          ...say,
          required: needB.has(name),
          closed: x['additionalProperties'] === false,
        })
      else if (wasThere && !isThere) {
        const closed = y['additionalProperties'] === false
        const deprecated = schemaOf(a[name], sides.before)?.['deprecated'] === true
        sides.emit('schema-property-removed', place, {
          ...say,
          required: needA.has(name),
          closed,
          deprecated,
        })
      } else {
        const [wasHidden, hidden] = [hides(a[name], sides.before), hides(b[name], sides.after)]
        const required = needB.has(name)
        if (wasHidden !== hidden) {
          sides.emit('schema-property-visibility', [...place, mark], { ...say, hidden, required })
          continue
        }
        const [old, deprecated] = [isDeprecated(a[name]), isDeprecated(b[name])]
        if (old !== deprecated)
          sides.emit('schema-property-deprecated', [...place, 'deprecated'], { ...say, deprecated })
        if (needA.has(name) !== needB.has(name))
          sides.emit('schema-property-required', place, { ...say, required })
        visit(a[name], b[name], say.at, place, depth + 1)
      }
    }
  }

  /** Whether callers never see the property in this direction. */
  function hides(property: Json | undefined, definition: Definition): boolean {
    return property !== undefined && schemaOf(property, definition)?.[mark] === true
  }

  /** The same for both sides, as far as they have it. */
  function isHidden(a: Json | undefined, b: Json | undefined): boolean {
    if (a === undefined && b === undefined) return false
    return (a === undefined || hides(a, sides.before)) && (b === undefined || hides(b, sides.after))
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

/** Without the members of `allOf` that both sides share by reference: what changed behind them is told elsewhere. */
function withoutShared(
  a: JsonObject | undefined,
  b: JsonObject | undefined,
): [JsonObject | undefined, JsonObject | undefined] {
  const [x, y] = [a && listAt(a, 'allOf'), b && listAt(b, 'allOf')]
  if (!a || !b || !x || !y) return [a, b]
  const refs = new Set(x.map(refOf))
  const shared = new Set(y.map(refOf).filter((ref) => ref !== undefined && refs.has(ref)))
  const strip = (schema: JsonObject, parts: Json[]) => {
    const left = parts.filter((part) => !shared.has(refOf(part)))
    return left.length ? { ...schema, allOf: left } : without(schema, ['allOf'])
  }
  return shared.size ? [strip(a, x), strip(b, y)] : [a, b]
}

/** Whether one keyword says the same on both sides, in whatever words. */
function meansSame(x: JsonObject, y: JsonObject, keyword: string): boolean {
  if (sameJson(x[keyword], y[keyword])) return true
  const only = (schema: JsonObject) => withoutWords(keyword in schema ? { [keyword]: schema[keyword]! } : {})
  return sameJson(only(x), only(y))
}

function isDeprecated(schema: Json | undefined): boolean {
  return isObject(schema) && schema['deprecated'] === true
}

function refOf(schema: Json | undefined): string | undefined {
  return isObject(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined
}

function valuesOf(schema: JsonObject): Json[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum']
  return schema['const'] === undefined ? undefined : [schema['const']]
}

function requiredOf(schema: JsonObject): Set<string> {
  const list = schema['required']
  return new Set(Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [])
}

function listAt(schema: JsonObject, keyword: string): Json[] | undefined {
  const list = schema[keyword]
  return Array.isArray(list) ? list : undefined
}
