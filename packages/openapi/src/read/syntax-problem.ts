import { jsonBrokenAt } from '@penstock/model'
import { YAMLException } from 'js-yaml'

/** Why a text is no JSON or YAML, in words, and where. */
export interface SyntaxProblem {
  readonly message: string
  /** Both from 1; absent when the parser does not tell. */
  readonly line?: number
  readonly column?: number
}

/** What the parser of JSON said. */
export function jsonProblem(text: string, error: unknown): SyntaxProblem {
  const said = error instanceof Error ? error.message : 'unknown'
  const position = Number(/at position (\d+)/.exec(said)?.[1] ?? jsonBrokenAt(text))
  const before = text.slice(0, position).split('\n')
  const reason = said
    .replace(/,? ?(\.\.\.)?".*" is not valid JSON$/s, '')
    .replace(/ (in JSON )?at position.*$/s, '')
  return {
    message: `The JSON is broken: ${reason}.`,
    line: before.length,
    column: before.at(-1)!.length + 1,
  }
}

/** What the parser of YAML said. */
export function yamlProblem(thrown: unknown): SyntaxProblem {
  const mark = thrown instanceof YAMLException ? thrown.mark : undefined
  const reason =
    thrown instanceof YAMLException ? thrown.reason : thrown instanceof Error ? thrown.message : 'unknown'
  const message = `The YAML is broken: ${reason}.`
  return mark ? { message, line: mark.line + 1, column: mark.column + 1 } : { message }
}
