import { defineCheck } from './check.ts'

export const opaqueChanged = defineCheck({
  id: 'opaque-changed',
  on: 'opaque-changed',
  judge: ({ pointer }) => ({
    verdict: 'documentation',
    message: `What the description says at ${pointer} is kept for export, not run.`,
    title: `Change ${pointer}`,
  }),
})
