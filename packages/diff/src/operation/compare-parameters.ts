import { isObject, sameJson, without } from '../json.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { documentationFields } from './documentation-fields.ts'
import { mediaTypeOf, type Parameter, parameterSchema } from './parameters.ts'
import type { Path, Sides } from './sides.ts'

/** Parameters matched by `in` and `name`; what is left over on both sides is matched as renamed. */
export function compareParameters(
  sides: Sides,
  before: ReadonlyMap<string, Parameter>,
  after: ReadonlyMap<string, Parameter>,
): void {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, parameter]) => parameter)
  const fresh = [...after].filter(([key]) => !before.has(key)).map(([, parameter]) => parameter)
  const match = (from: Parameter, to: Parameter) => {
    gone.splice(gone.indexOf(from), 1)
    fresh.splice(fresh.indexOf(to), 1)
    return movedFrom(sides, from, to)
  }
  for (const [from, to] of moves(gone, fresh)) {
    const here = match(from, to)
    here.emit('parameter-moved', pathOf(to), { name: to.name, from: from.in, to: to.in })
    compareParameter(here, from, to, pathOf(to))
  }
  for (const [from, to] of renames(gone, fresh)) {
    const here = match(from, to)
    const { required } = to
    here.emit('parameter-renamed', pathOf(to), { in: to.in, from: from.name, to: to.name, required })
    compareParameter(here, from, to, pathOf(to))
  }
  for (const parameter of gone) sides.emit('parameter-removed', listPath, { parameter }, pathOf(parameter))
  for (const parameter of fresh) sides.emit('parameter-added', pathOf(parameter), { parameter }, listPath)
  for (const [key, to] of after) {
    const from = before.get(key)
    if (from && !(from.ref !== undefined && from.ref === to.ref))
      compareParameter(movedFrom(sides, from, to), from, to, pathOf(to))
  }
}

/** The same comparison, with its places before where the parameter was in the list. */
function movedFrom(sides: Sides, from: Parameter, to: Parameter): Sides {
  if (from.index === to.index) return sides
  const [there, { length }] = [pathOf(from), pathOf(to)]
  return {
    ...sides,
    emit: (type, path, payload) => sides.emit(type, path, payload, [...there, ...path.slice(length)]),
  }
}

/** Which parameters are sent in another place by the same name. What names the path is none of them. */
function moves(gone: readonly Parameter[], fresh: readonly Parameter[]): [Parameter, Parameter][] {
  const taken = new Set<Parameter>()
  return gone.flatMap((from): [Parameter, Parameter][] => {
    if (from.in === 'path') return []
    const to = fresh.find((other) => other.name === from.name && other.in !== 'path' && !taken.has(other))
    if (!to) return []
    taken.add(to)
    return [[from, to]]
  })
}

/** One parameter before and after. */
export function compareParameter(sides: Sides, from: Parameter, to: Parameter, path: Path): void {
  if (sameJson(from.value, to.value)) return
  if (from.required !== to.required)
    sides.emit('parameter-required', [...path, 'required'], { parameter: to })
  for (const field of ['style', 'explode', 'allowReserved', 'collectionFormat'])
    if (!sameJson(from.value[field], to.value[field]))
      sides.emit('parameter-serialization', [...path, field], {
        parameter: to,
        field,
        from: from.value[field],
        to: to.value[field],
      })
  const [was, is] = [mediaTypeOf(from.value), mediaTypeOf(to.value)]
  if (was !== is)
    sides.emit('parameter-serialization', [...path, 'content'], {
      parameter: to,
      field: 'content',
      from: was,
      to: is,
    })
  const flag = (value: Parameter, field: string) => value.value[field] === true
  if (flag(from, 'allowEmptyValue') !== flag(to, 'allowEmptyValue'))
    sides.emit('parameter-empty-value', [...path, 'allowEmptyValue'], {
      parameter: to,
      allowed: flag(to, 'allowEmptyValue'),
    })
  if (flag(from, 'deprecated') !== flag(to, 'deprecated'))
    sides.emit('parameter-deprecated', [...path, 'deprecated'], {
      parameter: to,
      deprecated: flag(to, 'deprecated'),
    })
  const where = `${to.in} parameter ${to.name}`
  compareSchemas(
    { ...sides, direction: 'request', part: 'parameter', where },
    parameterSchema(from.value),
    parameterSchema(to.value),
    [...path, 'schema'],
  )
  const fields = documentationFields(from.value, to.value)
  if (fields.length)
    sides.emit('documentation-changed', path, { fields: fields.map((field) => `${field} of ${where}`) })
}

/**
 * Which removed parameter became which added one: in the same place (query, header, …) and alike but for name and
 * words; or the only two of their place, or at the same position, with the same type.
 */
function renames(gone: readonly Parameter[], fresh: readonly Parameter[]): [Parameter, Parameter][] {
  const pairs: [Parameter, Parameter][] = []
  const taken = new Set<Parameter>()
  const pair = (matches: (from: Parameter, to: Parameter) => boolean) => {
    for (const from of gone) {
      if (taken.has(from)) continue
      const to = fresh.find(
        (parameter) => !taken.has(parameter) && parameter.in === from.in && matches(from, parameter),
      )
      if (!to) continue
      taken.add(from).add(to)
      pairs.push([from, to])
    }
  }
  const alone = (list: readonly Parameter[], place: string) =>
    list.filter((parameter) => parameter.in === place).length === 1
  pair((from, to) => from.index === to.index && sameShape(from, to))
  pair((from, to) => sameShape(from, to))
  pair(
    (from, to) =>
      sameType(from, to) && (from.index === to.index || (alone(gone, from.in) && alone(fresh, to.in))),
  )
  return pairs
}

function sameShape(a: Parameter, b: Parameter): boolean {
  const words = ['name', 'description', 'example', 'examples']
  return sameJson(without(a.value, words), without(b.value, words))
}

function sameType(a: Parameter, b: Parameter): boolean {
  const [x, y] = [parameterSchema(a.value), parameterSchema(b.value)]
  return isObject(x) && isObject(y) && sameJson(x['type'], y['type']) && sameJson(x['$ref'], y['$ref'])
}

const listPath: Path = ['parameters']

function pathOf(parameter: Parameter): Path {
  return [...listPath, parameter.index]
}
