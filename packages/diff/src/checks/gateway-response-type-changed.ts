import { defineLastCheck } from './check.ts'
import { textOr } from './words.ts'

export const gatewayResponseTypeChanged = defineLastCheck({
  id: 'gateway-response-type-changed',
  on: 'gateway-response-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'A description of an answer that the gateway makes itself is for another one.',
  message: ({ from, to }) =>
    `What described the gateway's own ${textOr(from, '')} answers describes its ${textOr(to, '')} answers now.`,
  title: ({ responseType }) => `Change the gateway response ${responseType}`,
})
