import { unusedRule } from '../facts/unused.ts'

export const unusedIntegration = unusedRule({
  id: 'unused-integration',
  kind: 'integration',
  noun: 'integration',
  why: 'No method and no WebSocket route is answered by it.',
})
