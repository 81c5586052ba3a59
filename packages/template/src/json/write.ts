import { assertTextLength, exceedBudget } from '../budget.ts'
import { limits } from '../limits.ts'
import { Decimal, type Value } from '../values/value.ts'

/** A value as compact JSON. Numbers keep the text they had in the JSON they came from. */
export function writeJson(value: Value, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null'
    case 'bigint':
    case 'boolean':
      return String(value)
  }
  if (value === null) return 'null'
  if (depth > limits.valueDepth) exceedBudget('a list or map contains itself or is nested too deeply')
  if (value instanceof Decimal)
    return value.text ?? (Number.isFinite(value.value) ? String(value.value) : 'null')
  if (Array.isArray(value)) return writeList(value, depth)
  if (value instanceof Map) return writeMap(value, depth)
  return JSON.stringify(value.print())
}

/** JSON.stringify is slow for what needs nothing done to it, as most texts. */
function quote(text: string): string {
  if (text.length > 64) return JSON.stringify(text)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Also surrogates: one without its other is written escaped.
    if (code === 34 || code === 92 || code < 32 || code >= 0xd800) return JSON.stringify(text)
  }
  return `"${text}"`
}

function writeList(list: readonly Value[], depth: number): string {
  let text = '['
  for (let i = 0; i < list.length; i++) {
    text += (i === 0 ? '' : ',') + writeJson(list[i] ?? null, depth + 1)
    assertTextLength(text.length)
  }
  return `${text}]`
}

function writeMap(map: ReadonlyMap<string, Value>, depth: number): string {
  let text = '{'
  let first = true
  for (const [key, value] of map) {
    text += `${first ? '' : ','}${quote(key)}:${writeJson(value, depth + 1)}`
    assertTextLength(text.length)
    first = false
  }
  return `${text}}`
}
