import type { ChangeView } from '@penstock/server'

/** A change of which only what a test is about need be said. */
export function changeView(id: string, more: Partial<ChangeView> = {}): ChangeView {
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
