import { MessageSquareWarning } from 'lucide-react'
import { addGatewayResponse } from './add-gateway-response.ts'
import { defineNode } from '../node-definition.ts'
import { gatewayResponseCopies } from './copies.ts'
import { gatewayResponseFields } from './common-fields.ts'

export const gatewayResponseNode = defineNode({
  kind: 'gatewayResponse',
  noun: 'gateway response',
  glyph: MessageSquareWarning,
  skeleton: () => null,
  title: (response) => response.responseType,
  detail: ({ statusCode }) => (statusCode === undefined ? 'its own status' : `answers ${statusCode}`),
  takes: [],
  madeBy: 'gatewayResponse',
  creation: { description: 'What the gateway answers by itself', add: addGatewayResponse },
  commonFields: gatewayResponseFields,
  copies: gatewayResponseCopies,
  rename: null,
})
