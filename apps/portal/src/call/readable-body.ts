import type { TriedView } from '@penstock/server'

/** Longer bodies are shown as they came: to indent them would stop the page for seconds. */
const largestIndented = 2_000_000

/** The body for reading: JSON is indented. Null when it is not text. */
export function readableBody({
  body,
  bodyEncoding,
}: Pick<TriedView, 'body' | 'bodyEncoding'>): string | null {
  if (bodyEncoding !== 'text') return null
  if (body.length > largestIndented || !/^\s*[[{]/.test(body)) return body
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return body
  }
}

/** How large the body is, in words. */
export function sizeOf({ body, bodyEncoding }: Pick<TriedView, 'body' | 'bodyEncoding'>): string {
  const bytes =
    bodyEncoding === 'text'
      ? new TextEncoder().encode(body).length
      : (body.length / 4) * 3 - (body.endsWith('==') ? 2 : body.endsWith('=') ? 1 : 0)
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
