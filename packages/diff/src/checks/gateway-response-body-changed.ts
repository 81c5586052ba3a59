import { defineCheck } from './check.ts'

export const gatewayResponseBodyChanged = defineCheck({
  id: 'gateway-response-body-changed',
  on: 'gateway-response-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'An answer that the gateway makes itself has another body.',
  applies: ({ field }) => field === 'responseTemplates',
  message: ({ responseType }) => `The gateway's own ${responseType} answers have another body.`,
  title: ({ responseType }) => `Change the gateway response ${responseType}`,
})
