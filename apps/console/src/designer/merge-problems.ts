import type { Diagnostic } from '@penstock/model'

/** What the browser finds as one types, then what only the server finds once it is saved; what both find is named once. */
export function mergeProblems(own: readonly Diagnostic[], checks: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(own.map(keyOf))
  return [...own, ...checks.filter((check) => check.severity !== 'info' && !known.has(keyOf(check)))]
}

function keyOf({ code, location }: Diagnostic): string {
  return `${code} ${location.record ?? ''} ${(location.path ?? []).join('.')}`
}
