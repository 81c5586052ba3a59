import { defineLastCheck } from './check.ts'

export const opaqueChanged = defineLastCheck({
  id: 'opaque-changed',
  on: 'opaque-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'A part of the description differs that is kept for export.',
  message: ({ pointer }) => `What the description says at ${pointer} is kept for export, not run.`,
  title: ({ pointer }) => `Change ${pointer}`,
})
