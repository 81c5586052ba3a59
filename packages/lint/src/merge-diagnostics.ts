import type { Api, Diagnostic } from '@penstock/model'
import { levelsOf } from './levels.ts'

/**
 * Lists of diagnostics as one, in order: what several found is named once, as the first of them said it. A warning of a
 * check that the API switched off is left out, whoever found it; an error never is.
 */
export function mergeDiagnostics(
  api: Api | undefined,
  ...lists: readonly (readonly Diagnostic[])[]
): Diagnostic[] {
  const levels = levelsOf(api)
  const seen = new Set<string>()
  const merged: Diagnostic[] = []
  for (const list of lists) {
    const added: string[] = []
    for (const diagnostic of list) {
      const key = keyOf(diagnostic)
      if (seen.has(key)) continue
      if (diagnostic.severity !== 'error' && levels.get(diagnostic.code) === 'off') continue
      added.push(key)
      merged.push(diagnostic)
    }
    // Within a list the same place may be named twice on purpose.
    for (const key of added) seen.add(key)
  }
  return merged
}

function keyOf({ code, location }: Diagnostic): string {
  return `${code} ${location.record ?? location.pointer ?? ''} ${(location.path ?? []).join('.')}`
}
