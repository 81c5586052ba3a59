import type { JsonObject } from '@penstock/model'
import { compareContent } from './compare-content.ts'
import { documentationFields } from './documentation-fields.ts'
import { follow } from './follow.ts'
import type { Path, Sides } from './sides.ts'

export function compareRequestBodies(
  sides: Sides,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): void {
  const path = ['requestBody']
  const from = before && follow(before, sides.before)
  const to = after && follow(after, sides.after)
  if (from && to) {
    if (from.ref === undefined || from.ref !== to.ref) compareRequestBody(sides, from.value, to.value, path)
  } else if (to) sides.emit('request-body-added', path, { required: to.value['required'] === true })
  else if (from) sides.emit('request-body-removed', path, {})
}

/** One request body before and after. */
export function compareRequestBody(sides: Sides, before: JsonObject, after: JsonObject, path: Path): void {
  const [was, is] = [before['required'] === true, after['required'] === true]
  if (was !== is) sides.emit('request-body-required', [...path, 'required'], { required: is })
  compareContent(sides, before, after, 'request', 'the request body', path)
  const fields = documentationFields(before, after)
  if (fields.length)
    sides.emit('documentation-changed', path, {
      fields: fields.map((field) => `${field} of the request body`),
    })
}
