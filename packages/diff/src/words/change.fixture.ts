import type { Change } from '../types.ts'

/** A change of which only what a test is about need be said. */
export function changeOf(id: string, more: Partial<Change> = {}): Change {
  return {
    id,
    record: id,
    kind: 'method',
    action: 'changed',
    title: id,
    verdict: 'safe',
    findings: [],
    fields: [],
    also: [],
    affects: [],
    ...more,
  }
}
