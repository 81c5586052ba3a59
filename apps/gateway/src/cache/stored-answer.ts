import { isSendable } from '../headers.ts'
import { answerBytesMax, type CachedAnswer } from './response-caches.ts'

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
    if (!isStatus(status) || !kinds.has(kind) || !isHeaders(headers)) return null
    const body = stored.subarray(end + 1)
    if (body.length > answerBytesMax) return null
    return { status, kind: kind as CachedAnswer['kind'], headers, body }
  } catch {
    return null
  }
}

function isStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599
}

function isHeaders(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length % 2 !== 0) return false
  return value.every((text: unknown, at) => {
    const name: unknown = value[at - 1]
    if (typeof text !== 'string') return false
    return at % 2 === 0 || (typeof name === 'string' && isSendable(name, text))
  })
}
