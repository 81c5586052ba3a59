import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const gatewayResponseStatusChanged = defineCheck({
  id: 'gateway-response-status-changed',
  on: 'gateway-response-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'An answer that the gateway makes itself has another status.',
  applies: ({ field }) => field === 'statusCode',
  message: (delta) => `The status of the gateway's own ${delta.responseType} answers is ${change(delta)}.`,
  title: ({ responseType }) => `Change the gateway response ${responseType}`,
})
