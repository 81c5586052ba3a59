import type { Diagnostic, JsonObject } from '@penstock/model'
import { operationKeys } from '../import/paths.ts'
import { isObject, own } from '../json.ts'
import { pointerOf } from '../pointer.ts'
import type { ChangedMembers } from './changed-members.ts'

/**
 * What a person who is typing has not finished yet. An import keeps a path without a value for export; here it would
 * take the operations off the graph that are about to be written.
 */
export function checkWritten(
  before: JsonObject,
  document: JsonObject,
  { paths }: ChangedMembers,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const all = own(document, 'paths')
  const was = own(before, 'paths')
  if (all === null) found.push(unfinished('"paths"', pointerOf('paths')))
  for (const path of paths) {
    const item = isObject(all) ? own(all, path) : undefined
    if (item === undefined || path.startsWith('x-')) continue
    if (!isObject(item)) found.push(unfinished(`"${path}"`, pointerOf('paths', path)))
    else if (!path.startsWith('/') && !(isObject(was) && Object.hasOwn(was, path))) found.push(noPath(path))
    else
      for (const key of Object.keys(item))
        if (key in operationKeys && !isObject(item[key]))
          found.push(unfinished(`"${key}" of ${path}`, pointerOf('paths', path, key)))
  }
  return found
}

function unfinished(what: string, pointer: string): Diagnostic {
  return {
    code: 'unfinished',
    severity: 'error',
    message: `${what} has no members yet.`,
    location: { pointer },
    suggest: 'Write {} for one without any.',
  }
}

function noPath(path: string): Diagnostic {
  return {
    code: 'path-without-slash',
    severity: 'error',
    message: `"${path}" is no path: paths begin with a slash.`,
    location: { pointer: pointerOf('paths', path) },
  }
}
