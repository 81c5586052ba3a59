import type { HeaderLines } from '../wire/header-lines.ts'

/** Of a part, or of what a client has already: no answer to anybody else. */
const ofOneCaller = new Set([206, 304])

/**
 * Whether an answer is kept. Amazon keeps whatever an integration answers; ours never keeps what is of one caller by itself
 * (parts, 304, cookies, streams of events) nor failures of a server. `heedsAnswer`: nor what says that it is private.
 */
export function isKept(status: number, headers: HeaderLines, heedsAnswer: boolean): boolean {
  if (status >= 500 || ofOneCaller.has(status) || headers.has('set-cookie')) return false
  if (headers.first('content-type')?.toLowerCase().startsWith('text/event-stream')) return false
  return !(heedsAnswer && headers.all('cache-control').some((value) => /\b(no-store|private)\b/i.test(value)))
}

/** Whether a client understands a body that was encoded for another one. */
export function isReadable(encoding: string | undefined, accepted: string | undefined): boolean {
  const name = encoding?.trim().toLowerCase() ?? 'identity'
  if (name === '' || name === 'identity') return true
  return (accepted ?? '').split(',').some((one) => {
    const [coding = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase())
    return (coding === name || coding === '*') && !parameters.some((part) => /^q=0(\.0*)?$/.test(part))
  })
}
