import { defineLastCheck } from './check.ts'

export const gatewayResponseAdded = defineLastCheck({
  id: 'gateway-response-added',
  on: 'gateway-response-added',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'An answer that the gateway makes itself is described.',
  message: ({ responseType }) => `The gateway's own ${responseType} answers look different.`,
  title: ({ responseType }) => `Add gateway response ${responseType}`,
})
