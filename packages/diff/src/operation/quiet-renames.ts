import type { Emit } from '../delta.ts'

/** Where the path itself is told to have changed, that its parameters have other names goes without saying. */
export function quietRenames(emit: Emit): Emit {
  return (type, path, payload, pathBefore) => {
    if (type === 'parameter-renamed' && (payload as { in?: string }).in === 'path') return
    emit(type, path, payload, pathBefore)
  }
}
