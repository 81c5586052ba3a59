import { defineCheck } from './check.ts'

export const gatewayResponseHeadersChanged = defineCheck({
  id: 'gateway-response-headers-changed',
  on: 'gateway-response-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'An answer that the gateway makes itself has other headers.',
  applies: ({ field }) => field === 'responseParameters',
  message: ({ responseType }) => `The gateway's own ${responseType} answers have other headers.`,
  title: ({ responseType }) => `Change the gateway response ${responseType}`,
})
