import type { JsonObject } from '@penstock/model'
import type { Direction } from '../delta.ts'
import { objectAt } from '../json.ts'
import { compareSchemas } from '../schema/compare-schemas.ts'
import { documentationFields } from './documentation-fields.ts'
import type { Path, Sides } from './sides.ts'

/** The media types of a body, and their schemas. */
export function compareContent(
  sides: Sides,
  before: JsonObject,
  after: JsonObject,
  direction: Direction,
  where: string,
  path: Path,
): void {
  const [from, to] = [objectAt(before, 'content'), objectAt(after, 'content')]
  for (const mediaType of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const place = [...path, 'content', mediaType]
    if (!(mediaType in to)) sides.emit('media-type-removed', place, { direction, where, mediaType })
    else if (!(mediaType in from)) sides.emit('media-type-added', place, { direction, where, mediaType })
    else {
      const [a, b] = [objectAt(from, mediaType), objectAt(to, mediaType)]
      compareSchemas({ ...sides, direction, part: 'body', where }, a['schema'], b['schema'], [
        ...place,
        'schema',
      ])
      const fields = documentationFields(a, b)
      if (fields.length)
        sides.emit('documentation-changed', place, { fields: fields.map((field) => `${field} of ${where}`) })
    }
  }
}
