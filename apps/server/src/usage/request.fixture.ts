import type { RequestRecord } from '@penstock/bundle'

/** A request of `GET /pets` that was answered, of which only what a test is about need be said. */
export function requestOf(id: string, more: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id,
    at: Date.parse('2026-11-22T10:30:00Z'),
    api: 'pets',
    stage: 'prod',
    version: 1,
    method: 'GET',
    path: '/pets',
    route: 'met_list',
    status: 200,
    durationMs: 1,
    integrationMs: null,
    ...more,
  }
}
