import { jsonLines } from './json-lines.ts'
import { ProblemError, problemFrom } from './problem.ts'

export interface Parts<T> {
  /** Names the state of what was read, where that has states. */
  readonly tag: string | null
  readonly parts: AsyncIterable<T>
}

/** What the server writes in lines of JSON, read while it is written; null if it is still that of this tag. Throws ProblemError. */
export async function readParts<T>(path: string, tag: string | null = null): Promise<Parts<T> | null> {
  const headers: Record<string, string> = tag === null ? {} : { 'if-none-match': tag }
  const answer = await fetch(path, { headers }).catch(() => null)
  if (answer?.status === 304) return null
  if (!answer?.ok || !answer.body) {
    // What stands between here and the server, a proxy say, may answer something else.
    throw new ProblemError(problemFrom(await answer?.json().catch(() => null)))
  }
  return { tag: answer.headers.get('etag'), parts: jsonLines(answer.body) as AsyncIterable<T> }
}

/** Broken off without an error: half an API must never look like all of it. */
export function requireWhole(size: number | undefined, records: readonly unknown[]): void {
  if (size !== records.length) throw new ProblemError(problemFrom(null))
}
