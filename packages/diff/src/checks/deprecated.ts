import { defineCheck } from './check.ts'

export const deprecated = defineCheck({
  id: 'deprecated',
  on: 'deprecated',
  judge: ({ deprecated, subject }) => ({
    verdict: 'documentation',
    message: deprecated ? 'It is marked as deprecated.' : 'It is not marked as deprecated any more.',
    title: deprecated ? `Deprecate ${subject}` : `Undo the deprecation of ${subject}`,
  }),
})
