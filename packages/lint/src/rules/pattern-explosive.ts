import { isEndlessPattern } from '@penstock/template'
import { defineSchemaRule } from '../schema/schema-rule.ts'

export const patternExplosive = defineSchemaRule({
  id: 'pattern-explosive',
  severity: 'warning',
  title: 'A pattern that a short text can keep busy for ever',
  why: 'A repeat within a repeat, as in `(a+)+`, is tried in exponentially many ways on a text that nearly matches. One request can stop whoever checks it.',
  mend: 'Write it without a repeat inside a repeated group: `a+` for `(a+)+`, `[ab]+` for `(a|b)+`.',
  inspect({ pattern }) {
    if (
      typeof pattern !== 'string' ||
      !/[*+}].*\)[*+{]|\|.*\)[*+{]/s.test(pattern) ||
      !isEndlessPattern(pattern)
    )
      return undefined
    return { path: ['pattern'], message: `"${pattern}" repeats within a repeat: some texts take for ever.` }
  },
})
