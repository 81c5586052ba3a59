import type { ImportReportView } from '@penstock/server'
import { isObject, ProblemError, problemFrom } from './problem.ts'

export interface ImportAsked {
  /** The description as it came: JSON or YAML. */
  readonly document: string
  readonly mode: 'create' | 'merge' | 'overwrite'
  readonly slug?: string
  readonly upstream?: string
  readonly compatibility?: 'native' | 'aws'
}

export interface Imported {
  readonly slug: string
  readonly report: ImportReportView
}

/**
 * Sends a description to the REST API, as a body of its own: inside of a console call it would be escaped, and what
 * the server takes by PENSTOCK_IMPORT_LIMIT_MB would be refused for its size. Throws ProblemError.
 */
export async function importApi({ document, ...options }: ImportAsked): Promise<Imported> {
  const query = new URLSearchParams(Object.entries(options))
  const answer = await fetch(`/api/v1/apis?${query}`, { method: 'POST', body: document }).catch(() => null)
  // What stands between here and the server, a proxy say, may answer something else.
  const said: unknown = await answer?.json().catch(() => null)
  if (!answer?.ok || !isObject(said)) throw new ProblemError(problemFrom(said))
  const { api, report } = said as { api: { slug: string }; report: ImportReportView }
  return { slug: api.slug, report }
}
