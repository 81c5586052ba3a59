import { MessageSquareWarning } from 'lucide-react'
import { defineNode } from '../node-definition.ts'

export const gatewayResponseNode = defineNode({
  kind: 'gatewayResponse',
  noun: 'gateway response',
  glyph: MessageSquareWarning,
  skeleton: () => null,
  title: (response) => response.responseType,
  detail: ({ statusCode }) => (statusCode === undefined ? 'its own status' : `answers ${statusCode}`),
  takes: [],
  rename: null,
})
