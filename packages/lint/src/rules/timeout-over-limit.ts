import type { Integration } from '@penstock/model'
import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

const fewestMs = 50

/** API Gateway developer guide, "Stream the integration response for your proxy integrations". */
function mostMs(mode: Integration['responseTransferMode']): number {
  return mode === 'STREAM' ? 900_000 : 29_000
}

export const timeoutOverLimit = defineRule({
  id: 'timeout-over-limit',
  severity: 'warning',
  title: 'A timeout that Amazon does not allow',
  why: 'Amazon waits for an integration from 50 ms to 29 s, for one that streams to 15 minutes. Here another time works; an export will not import there.',
  mend: 'Wait 29 s at most, and let the client ask again for what takes longer; or stream the answer.',
  fix: {
    title: 'Wait as long as Amazon allows',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        record.kind === 'integration' && record.timeoutMs !== undefined
          ? {
              ...record,
              timeoutMs: Math.min(mostMs(record.responseTransferMode), Math.max(fewestMs, record.timeoutMs)),
            }
          : record,
      ),
  },
  on: ['integration'],
  *check({ timeoutMs, responseTransferMode }, { facts }) {
    const most = mostMs(responseTransferMode)
    if (!facts.isAws || timeoutMs === undefined || (timeoutMs >= fewestMs && timeoutMs <= most)) return
    yield { path: ['timeoutMs'], message: `${timeoutMs} ms is not between ${fewestMs} and ${most} ms.` }
  },
})
