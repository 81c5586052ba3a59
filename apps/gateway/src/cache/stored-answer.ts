import type { CachedAnswer } from './response-caches.ts'

const lineFeed = 0x0a
const kinds = new Set<unknown>(['traced', 'untraced'] satisfies CachedAnswer['kind'][])

/** An answer as bytes: a line of JSON, then the body as it is. */
export function storedAnswer({ status, kind, headers, body }: CachedAnswer): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify([status, kind, headers])}\n`), body])
}

/** Null for what nobody of this format has written. */
export function answerOf(stored: Buffer): CachedAnswer | null {
  const end = stored.indexOf(lineFeed)
  if (end < 0) return null
  try {
    const [status, kind, headers] = JSON.parse(stored.toString('utf8', 0, end)) as unknown[]
    if (!Number.isInteger(status) || !kinds.has(kind) || !isHeaders(headers)) return null
    const body = stored.subarray(end + 1)
    return { status: status as number, kind: kind as CachedAnswer['kind'], headers, body }
  } catch {
    return null
  }
}

function isHeaders(value: unknown): value is string[] {
  return Array.isArray(value) && value.length % 2 === 0 && value.every((text) => typeof text === 'string')
}
