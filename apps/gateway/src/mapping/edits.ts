import { isReservedHeader } from '@penstock/bundle'
import { Failure, type Phase } from '../failure.ts'
import { encodeText } from '../encode-text.ts'
import { isSendable } from '../headers.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import type { Expression } from './expression.ts'

interface Edit<I> {
  readonly action: 'append' | 'overwrite' | 'remove'
  readonly place: 'header' | 'querystring' | 'path' | 'statuscode'
  readonly name: string
  readonly expression: string
  readonly read: Expression<I>
}

/** A change that is to be made, with its value. */
export interface Change {
  readonly action: Edit<never>['action']
  readonly place: Edit<never>['place']
  readonly name: string
  readonly expression: string
  readonly value: string
}

/** The mappings of an HTTP API for a request, or for answers of one status. */
export interface Edits<I> {
  /** Changes for this request; a mapping whose source has no value changes nothing. */
  changes(inputs: I): Change[]
}

/**
 * Compiles `append:header.a`, `overwrite:path`, `remove:querystring.b` and their like once (aws-semantics §1.5). What is
 * wrong with one shows when it is called, and nothing passes half mapped. Null when there is none.
 */
export function compileEdits<I>(
  parameters: Readonly<Record<string, string>> | undefined,
  compile: (expression: string) => Expression<I> | null,
  phase: Phase,
): Edits<I> | null {
  const entries = Object.entries(parameters ?? {}).filter(([target]) => isEdit(target))
  if (entries.length === 0) return null
  const edits: Edit<I>[] = []
  let broken: string | null = null
  for (const [target, expression] of entries) {
    const [, action, place, name = ''] =
      /^(append|overwrite|remove):(header|querystring|path|statuscode)(?:\.(.+))?$/s.exec(target) ?? []
    const read = action === 'remove' ? () => '' : compile(expression)
    const isNamed = place === 'header' || place === 'querystring'
    if (place === undefined || isNamed === (name === '') || (!isNamed && action !== 'overwrite'))
      broken ??= `the mapping target "${target}" is not known`
    else if (place === 'header' && isReservedHeader(name)) broken ??= `the header "${name}" may not be mapped`
    else if (read === null) broken ??= `the mapping source "${expression}" of "${target}" is not known`
    else
      edits.push({
        action: action as Change['action'],
        place: place as Change['place'],
        name,
        expression,
        read,
      })
  }
  return {
    changes(inputs) {
      if (broken !== null) throw new Failure('MAPPING_FAILED', { phase, reason: broken })
      return edits.flatMap(({ read, ...edit }) => {
        const value = read(inputs)
        return value === undefined ? [] : [{ ...edit, value }]
      })
    },
  }
}

/** Whether a mapping's target is written in the manner of HTTP APIs. */
export function isEdit(target: string): boolean {
  return /^(append|overwrite|remove):/.test(target)
}

/** Makes the changes to headers, in place. Throws MAPPING_FAILED for a value that no header may hold. */
export function editHeaders(headers: HeaderLines, changes: readonly Change[], phase: Phase): void {
  for (const { action, place, name, value } of changes) {
    if (place !== 'header') continue
    if (action !== 'append') headers.remove(name)
    if (action === 'remove') continue
    if (!isSendable(name, value))
      throw new Failure('MAPPING_FAILED', {
        phase,
        reason: `the header "${name}" would hold characters that a header may not hold`,
      })
    headers.add(name, value)
  }
}

/** The query with the changes made; what they don't name stays byte for byte. */
export function editQuery(query: string, changes: readonly Change[]): string {
  if (changes.length === 0) return query
  let pairs = query === '' ? [] : query.split('&')
  for (const { action, place, name, value } of changes) {
    if (place !== 'querystring') continue
    if (action !== 'append') pairs = pairs.filter((pair) => nameOf(pair) !== name)
    if (action !== 'remove') pairs.push(`${encodeText(name)}=${encodeText(value)}`)
  }
  return pairs.join('&')
}

function nameOf(pair: string): string | undefined {
  const [first] = new URLSearchParams(pair)
  return first?.[0]
}
