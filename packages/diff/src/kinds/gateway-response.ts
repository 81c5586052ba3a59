import type { GatewayResponse } from '@penstock/model'
import { sameJson } from '../json.ts'
import { changedFields, type KindComparison } from './comparison.ts'

export const gatewayResponseComparison: KindComparison<GatewayResponse> = {
  compare({ from, to, emit }) {
    const fields = ['responseType', 'statusCode', 'responseParameters', 'responseTemplates'] as const
    for (const field of fields)
      if (!sameJson(from[field], to[field]))
        emit('gateway-response-changed', [field], {
          responseType: to.responseType,
          field,
          from: from[field],
          to: to[field],
        })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  announce({ record: { responseType }, action, emit }) {
    emit(`gateway-response-${action}`, [], { responseType })
  },
  affects: () => [],
  subject: (_, response) => `gateway response ${response.responseType}`,
}
