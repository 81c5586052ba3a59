import { type JsonObject, type Model, nameKey, parseRef } from '@penstock/model'
import { isObject } from '../is-object.ts'
import { defineRule } from '../rule.ts'

/** Models that a value of this one can not be without, by name; kept with the schema. */
const musts = new WeakMap<Model, readonly string[]>()

export const schemaWithoutEnd = defineRule({
  id: 'schema-without-end',
  severity: 'warning',
  title: 'A model that no value can ever have',
  why: 'A value of it has to hold another value of it, and so on without end: no request and no answer can be right.',
  mend: 'Make one of the properties on the way optional, or let it be null.',
  *check({ all }) {
    const models = new Map<string, Model>()
    for (const model of all('model')) models.set(nameKey(model)!, model)
    const state = new Map<string, 'open' | 'done'>()
    for (const start of models.keys()) {
      if (state.has(start)) continue
      // Depth first without recursion: anybody may save a chain of any length.
      const stack = [{ key: start, next: 0 }]
      state.set(start, 'open')
      while (stack.length > 0) {
        const top = stack.at(-1)!
        const model = models.get(top.key)
        const target = model && mustsOf(model)[top.next++]
        if (target === undefined) {
          state.set(top.key, 'done')
          stack.pop()
        } else if (state.get(target) === 'open') {
          const circle = stack
            .slice(stack.findIndex(({ key }) => key === target))
            .map(({ key }) => nameOf(key))
          const first = models.get(target)
          if (first)
            yield {
              record: first.id,
              path: ['schema'],
              message: `A value of "${first.name}" would hold one of itself without end: ${[...circle, nameOf(target)].join(' → ')}.`,
            }
        } else if (!state.has(target)) {
          state.set(target, 'open')
          stack.push({ key: target, next: 0 })
        }
      }
    }
  },
})

function mustsOf(model: Model): readonly string[] {
  let found = musts.get(model)
  if (!found) {
    const keys = new Set<string>()
    collect(model.schema, keys, 0)
    musts.set(model, (found = [...keys]))
  }
  return found
}

function collect(schema: unknown, keys: Set<string>, depth: number): void {
  if (!isObject(schema) || depth > 50 || allowsNull(schema)) return
  const { $ref, allOf, required, properties } = schema
  if (typeof $ref === 'string') {
    const target = parseRef($ref)
    if (target && target.rest.length === 0) keys.add(`${target.section}/${target.name}`)
  }
  for (const one of Array.isArray(allOf) ? allOf : []) collect(one, keys, depth + 1)
  if (!Array.isArray(required) || !isObject(properties)) return
  for (const name of required)
    if (typeof name === 'string' && Object.hasOwn(properties, name))
      collect(properties[name], keys, depth + 1)
}

function allowsNull({ nullable, type, 'x-nullable': old }: JsonObject): boolean {
  return nullable === true || old === true || (Array.isArray(type) && type.includes('null'))
}

function nameOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}
