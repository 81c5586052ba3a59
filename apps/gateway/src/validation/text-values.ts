import { ownMembers } from '../own-members.ts'
import type { Shape } from './shape.ts'

const numberText = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/** Text as what its schema asks for. What does not fit stays text, for the schema to say so. */
export function scalarOf(text: string, { types }: Shape): unknown {
  if ((types.has('number') || types.has('integer')) && numberText.test(text)) {
    const number = Number(text)
    if (Number.isFinite(number)) return number
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (types.has('null') && (text === 'null' || (text === '' && !types.has('string')))) return null
  return text
}

export function listOf(texts: readonly string[], shape: Shape): unknown[] {
  return texts.map((text) => scalarOf(text, shape.items))
}

/** `['role', 'admin', 'age', '7']` as an object. */
export function membersOf(
  pairs: readonly (readonly [string, string])[],
  shape: Shape,
): Record<string, unknown> {
  const members = ownMembers<unknown>()
  for (const [name, text] of pairs) members[name] = scalarOf(text, shape.member(name))
  return members
}

/** Percent-decoding that never fails: what is no encoding stands for itself. */
export function decodeText(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
