import { unusedRule } from '../facts/unused.ts'

export const unusedUpstream = unusedRule({
  id: 'unused-upstream',
  kind: 'upstream',
  noun: 'upstream',
  why: 'No integration calls it.',
})
