import type { Component } from '@penstock/model'
import { isObject } from '../json.ts'
import { compareRequestBody } from '../operation/compare-bodies.ts'
import { compareParameters } from '../operation/compare-parameters.ts'
import { compareResponse } from '../operation/compare-responses.ts'
import { readParameters } from '../operation/parameters.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { reachOf } from '../users.ts'
import type { KindComparison, RecordSides } from './comparison.ts'
import { earlierOf, methodsOf } from './model.ts'

type CompareSection = (sides: RecordSides<Component>) => void

/** How components of each section are compared. The others only document. */
const sections: Readonly<Partial<Record<Component['section'], CompareSection>>> = {
  parameters: ({ before, after, from, to, emit }) => {
    const read = (component: Component, definition: typeof before) =>
      readParameters(isObject(component.value) ? [component.value] : [], definition)
    // There the path is that of a list of parameters; here the one parameter is the record's value.
    const here = (path: readonly (string | number)[]) => ['value', ...path.slice(2)]
    const emitHere: typeof emit = (type, path, payload, pathBefore = path) =>
      emit(type, here(path), payload, here(pathBefore))
    compareParameters({ before, after, emit: emitHere }, read(from, before), read(to, after))
  },
  requestBodies: ({ from, to, ...sides }) => {
    if (isObject(from.value) && isObject(to.value)) compareRequestBody(sides, from.value, to.value, ['value'])
  },
  responses: ({ from, to, ...sides }) => {
    if (isObject(from.value) && isObject(to.value))
      compareResponse(sides, from.value, to.value, to.name, ['value'])
  },
  headers: ({ from, to, ...sides }) => {
    if (isObject(from.value) && isObject(to.value))
      compareSchemas(
        { ...sides, direction: 'response', part: 'header', where: `header ${to.name}` },
        from.value['schema'],
        to.value['schema'],
        ['value', 'schema'],
      )
  },
}

export const componentComparison: KindComparison<Component> = {
  compare(sides) {
    const { from, to, after, emit } = sides
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'component', from: from.name, to: to.name })
    const compareSection = sections[to.section]
    const { request, response } = reachOf(after, to)
    if (compareSection && request.size + response.size > 0)
      compareSection({ ...sides, from: earlierOf(sides.before, from, to) })
    else emit('documentation-changed', ['value'], { fields: [`${to.section}/${to.name}`] })
  },
  affects: methodsOf,
  subject: (_, component) => `${component.section}/${component.name}`,
}
