import { defineCheck } from './check.ts'

export const gatewayResponseChanged = defineCheck({
  id: 'gateway-response-changed',
  on: 'gateway-response-changed',
  judge: ({ responseType }) => ({
    verdict: 'risky',
    message: `The gateway's own ${responseType} answers look different.`,
    title: `Change the gateway response ${responseType}`,
  }),
})
