import { isObject, sameJson, without } from '../json.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { documentationFields } from './documentation-fields.ts'
import { type Parameter, parameterSchema } from './parameters.ts'
import type { Path, Sides } from './sides.ts'

/** Parameters matched by `in` and `name`; what is left over on both sides is matched as renamed. */
export function compareParameters(
  sides: Sides,
  before: ReadonlyMap<string, Parameter>,
  after: ReadonlyMap<string, Parameter>,
): void {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, parameter]) => parameter)
  const fresh = [...after].filter(([key]) => !before.has(key)).map(([, parameter]) => parameter)
  for (const [from, to] of renames(gone, fresh)) {
    const path = pathOf(to)
    const required = to.required
    sides.emit('parameter-renamed', path, { in: to.in, from: from.name, to: to.name, required })
    compareParameter(sides, from, to, path)
    gone.splice(gone.indexOf(from), 1)
    fresh.splice(fresh.indexOf(to), 1)
  }
  for (const parameter of gone) sides.emit('parameter-removed', pathOf(parameter), { parameter })
  for (const parameter of fresh) sides.emit('parameter-added', pathOf(parameter), { parameter })
  for (const [key, to] of after) {
    const from = before.get(key)
    if (from && !(from.ref !== undefined && from.ref === to.ref))
      compareParameter(sides, from, to, pathOf(to))
  }
}

/** One parameter before and after. */
export function compareParameter(sides: Sides, from: Parameter, to: Parameter, path: Path): void {
  if (sameJson(from.value, to.value)) return
  if (from.required !== to.required)
    sides.emit('parameter-required', [...path, 'required'], { parameter: to })
  for (const field of ['style', 'explode', 'allowReserved', 'collectionFormat'])
    if (!sameJson(from.value[field], to.value[field]))
      sides.emit('parameter-serialization', [...path, field], { parameter: to, field })
  const where = `${to.in} parameter ${to.name}`
  compareSchemas(
    { ...sides, direction: 'request', where },
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

function pathOf(parameter: Parameter): Path {
  return ['parameters', parameter.index]
}
