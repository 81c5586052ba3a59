import { defineSchemaRule } from '../schema/schema-rule.ts'

export const patternInvalid = defineSchemaRule({
  id: 'pattern-invalid',
  severity: 'warning',
  title: 'A pattern that is no regular expression',
  why: 'Patterns of schemas are regular expressions of JavaScript. Validators throw on one that can not be read, or skip it.',
  mend: 'Write it in the syntax of JavaScript, without slashes around it.',
  inspect({ pattern }) {
    if (typeof pattern !== 'string' || compiles(pattern)) return undefined
    return {
      path: ['pattern'],
      message: `"${shortened(pattern)}" is not a regular expression of JavaScript.`,
    }
  },
})

function compiles(pattern: string): boolean {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags)
      return true
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause
    }
  }
  return false
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
