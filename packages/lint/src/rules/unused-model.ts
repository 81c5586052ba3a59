import { unusedRule } from '../facts/unused.ts'

export const unusedModel = unusedRule({
  id: 'unused-model',
  kind: 'model',
  noun: 'model',
  why: 'No operation takes or answers it, by itself or inside another model. It stays in exports and makes people read it.',
})
