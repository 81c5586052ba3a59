import { type Json, jsonBrokenAt } from '@penstock/model'
import type { TextMarker } from '../../monaco/text-marker.ts'

/** The value of a text that is JSON, or why it is none and where, counted from 1. */
export type ReadJson = { readonly value: Json; readonly problem: null } | { readonly problem: TextMarker }

export function readJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text) as Json, problem: null }
  } catch (error) {
    const said = error instanceof SyntaxError ? error.message : 'This is not JSON.'
    const offset = Number(/at position (\d+)/.exec(said)?.[1] ?? jsonBrokenAt(text))
    const above = text.slice(0, offset).split('\n')
    const at = { line: above.length, column: above.at(-1)!.length + 1 }
    return { problem: { severity: 'error', message: `Not saved: ${said}`, ...at } }
  }
}
