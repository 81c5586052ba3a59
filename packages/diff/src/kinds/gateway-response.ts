import type { GatewayResponse } from '@penstock/model'
import { changedFields, type KindComparison } from './comparison.ts'

export const gatewayResponseComparison: KindComparison<GatewayResponse> = {
  compare({ from, to, emit }) {
    const fields = changedFields(from, to, [
      'responseType',
      'statusCode',
      'responseParameters',
      'responseTemplates',
    ])
    if (fields.length) emit('gateway-response-changed', [fields[0]!], { responseType: to.responseType })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  affects: () => [],
  subject: (_, response) => `gateway response ${response.responseType}`,
}
