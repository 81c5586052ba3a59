import { defineRule } from '../rule.ts'

export const apiKeySourceMissing = defineRule({
  id: 'api-key-source-missing',
  severity: 'warning',
  title: 'An API key that nobody hands over',
  why: 'This API takes keys from its authorizer and not from the `x-api-key` header. A method that requires a key and has no authorizer refuses every call.',
  mend: 'Give the method an authorizer, or take keys from the header.',
  *check({ all, api }) {
    if (api?.apiKeySource !== 'AUTHORIZER') return
    for (const { id, apiKeyRequired, authorizer, httpMethod } of all('method'))
      if (apiKeyRequired && authorizer === undefined)
        yield {
          record: id,
          path: ['apiKeyRequired'],
          message: `This ${httpMethod} requires an API key, keys come from authorizers, and it has none.`,
        }
  },
})
