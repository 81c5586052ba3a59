import type { JsonObject } from '@penstock/model'
import { objectAt } from '../json.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { compareContent } from './compare-content.ts'
import { documentationFields } from './documentation-fields.ts'
import { follow } from './follow.ts'
import { isSuccess } from './is-success.ts'
import type { Path, Sides } from './sides.ts'

type Responses = Readonly<Record<string, JsonObject>>

/** Responses matched by status. */
export function compareResponses(sides: Sides, before: Responses, after: Responses): void {
  const successes = Object.keys(before).filter(isSuccess).length
  for (const status of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const path = ['responses', status]
    if (!(status in after)) sides.emit('response-removed', path, { status })
    else if (!(status in before)) sides.emit('response-added', path, { status, successes })
    else {
      const [from, to] = [follow(before[status], sides.before), follow(after[status], sides.after)]
      if (from.ref === undefined || from.ref !== to.ref)
        compareResponse(sides, from.value, to.value, status, path)
    }
  }
}

/** One response before and after: headers, bodies, words. */
export function compareResponse(
  sides: Sides,
  before: JsonObject,
  after: JsonObject,
  status: string,
  path: Path,
): void {
  const where = `the ${status} response`
  const [from, to] = [objectAt(before, 'headers'), objectAt(after, 'headers')]
  const names = new Map([...Object.keys(from), ...Object.keys(to)].map((name) => [name.toLowerCase(), name]))
  const find = (headers: JsonObject, name: string) =>
    Object.keys(headers).find((other) => other.toLowerCase() === name)
  for (const [lower, header] of names) {
    const [a, b] = [find(from, lower), find(to, lower)]
    const isRequired = (value: JsonObject) => value['required'] === true
    if (b === undefined) {
      const required = isRequired(follow(from[a!], sides.before).value)
      sides.emit('response-header-removed', [...path, 'headers', header], { status, header, required })
    } else if (a === undefined)
      sides.emit('response-header-added', [...path, 'headers', header], { status, header })
    else {
      const [x, y] = [follow(from[a], sides.before), follow(to[b], sides.after)]
      if (x.ref !== undefined && x.ref === y.ref) continue
      const required = isRequired(y.value)
      if (isRequired(x.value) !== required)
        sides.emit('response-header-required', [...path, 'headers', header, 'required'], {
          status,
          header,
          required,
        })
      const say = {
        direction: 'response' as const,
        part: 'header' as const,
        where: `header ${header} of ${where}`,
      }
      compareSchemas({ ...sides, ...say }, x.value['schema'], y.value['schema'], [
        ...path,
        'headers',
        header,
        'schema',
      ])
    }
  }
  compareContent(sides, before, after, 'response', where, path)
  const fields = documentationFields(before, after)
  if (fields.length)
    sides.emit('documentation-changed', path, { fields: fields.map((field) => `${field} of ${where}`) })
}
