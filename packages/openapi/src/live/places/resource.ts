import { type Resource, resourceTree } from '@penstock/model'
import { relativeHint } from '../../import/paths.ts'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const resourcePlace: KindPlace<Resource> = {
  placeOf({ id, rest }, { definition }) {
    const path = resourceTree(definition).paths.get(id)
    if (path === undefined) return undefined
    return pointerOf('paths', rest?.[relativeHint] === true ? path.slice(1) : path)
  },
  recordAt(definition, tokens) {
    const [first, path] = tokens
    if (tokens.length !== 2 || first !== 'paths') return undefined
    return resourceTree(definition).byPath.get(path!.startsWith('/') ? path! : `/${path}`)?.id
  },
}
