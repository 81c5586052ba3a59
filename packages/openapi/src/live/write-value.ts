import type { Json } from '@penstock/model'
import { dump } from 'js-yaml'
import type { Syntax } from './read-node.ts'
import { UnsupportedText } from './text-tree.ts'

/** How a text indents, so that what is added looks like what is there. */
export interface Style {
  readonly syntax: Syntax
  readonly indent: number
}

/** A member on lines of its own, each indented; ends with a line break. Of YAML only. */
export function memberLines(key: string, value: Json, column: number, { indent }: Style): string {
  return indented(dump({ [key]: value }, { noRefs: true, lineWidth: -1, indent }), column)
}

/** An item of a list on lines of its own. */
export function itemLines(value: Json, column: number, { indent }: Style): string {
  return indented(dump([value], { noRefs: true, lineWidth: -1, indent }), column)
}

/** What stands behind the colon of a member whose key stands in this column; without the last line break. */
export function behindColon(value: Json, column: number, style: Style): string {
  const lines = memberLines('k', value, column, style)
  return lines.slice(column + 'k:'.length, -1)
}

/** A value between brackets, its further lines indented by the column. */
export function flowValue(value: Json, column: number, { syntax, indent }: Style): string {
  if (syntax === 'yaml') return JSON.stringify(value)
  return JSON.stringify(value, null, indent).replaceAll('\n', `\n${' '.repeat(column)}`)
}

/** A text in the quotes that it was in; undefined where these do not suit it. */
export function inQuotes(value: Json, quote: '"' | "'" | ''): string | undefined {
  if (typeof value !== 'string' || quote === '' || /[\n\r\t\u0085\u2028\u2029]/.test(value)) return undefined
  return quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`
}

function indented(lines: string, column: number): string {
  if (lines.startsWith('? ')) throw new UnsupportedText('A key that is too long for a line.')
  return lines.replace(/\n\.\.\.\n$/, '\n').replace(/^(?=.)/gm, ' '.repeat(column))
}
