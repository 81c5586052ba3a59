import { defineLastCheck } from './check.ts'

export const gatewayResponseRemoved = defineLastCheck({
  id: 'gateway-response-removed',
  on: 'gateway-response-removed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'An answer that the gateway makes itself looks as usual again.',
  message: ({ responseType }) => `The gateway's own ${responseType} answers look as usual again.`,
  title: ({ responseType }) => `Remove gateway response ${responseType}`,
})
