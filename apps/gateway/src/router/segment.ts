/** One segment of a route's path, as the trie stores it. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'mixed'; readonly pattern: MixedPattern }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'greedy' }

/**
 * `{id}.json` is `['', '.json']`, `{a}-{b}` is `['', '-', '']`: the texts around the parameters. Each parameter takes
 * at least one character.
 */
export interface MixedPattern {
  readonly source: string
  readonly texts: readonly string[]
}

export function parseSegment(source: string, isLast: boolean): Segment {
  if (!source.includes('{')) return { kind: 'literal', text: source }
  if (/^\{[^{}]+\}$/.test(source))
    return isLast && source.endsWith('+}') ? { kind: 'greedy' } : { kind: 'parameter' }
  const texts = source.split(/\{[^{}]+\}/)
  return texts.length === 1
    ? { kind: 'literal', text: source }
    : { kind: 'mixed', pattern: { source, texts } }
}

/**
 * Matches `path[start, end)` and pushes start and end of each parameter; false (and nothing pushed) without a match.
 * The leftmost place of each text is enough to find a match if there is one, as in globs, so this is linear.
 */
export function matchMixed(
  pattern: MixedPattern,
  path: string,
  start: number,
  end: number,
  offsets: number[],
): boolean {
  const { texts } = pattern
  const first = texts[0] ?? ''
  const last = texts.at(-1) ?? ''
  if (!path.startsWith(first, start) || end - start < first.length + last.length + texts.length - 1)
    return false
  if (!path.startsWith(last, end - last.length)) return false
  const before = offsets.length
  let at = start + first.length
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i] ?? ''
    const found = i === texts.length - 1 ? end - last.length : path.indexOf(text, at + 1)
    if (found <= at || found + text.length > end) {
      offsets.length = before
      return false
    }
    offsets.push(at, found)
    at = found + text.length
  }
  return true
}

/** More fixed text first, then fewer parameters, then the source, so that the order never depends on the input's. */
export function compareMixed(a: MixedPattern, b: MixedPattern): number {
  const fixed = (pattern: MixedPattern) => pattern.texts.reduce((sum, text) => sum + text.length, 0)
  return fixed(b) - fixed(a) || a.texts.length - b.texts.length || (a.source < b.source ? -1 : 1)
}
