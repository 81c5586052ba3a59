import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

const mostMs = 29_000
const fewestMs = 50

export const timeoutOverLimit = defineRule({
  id: 'timeout-over-limit',
  severity: 'warning',
  title: 'A timeout that Amazon does not allow',
  why: 'Amazon waits for an integration from 50 ms to 29 s. Here another time works; an export will not import there.',
  mend: 'Wait 29 s at most, and let the client ask again for what takes longer.',
  fix: {
    title: 'Wait 29 s',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        record.kind === 'integration' && record.timeoutMs !== undefined
          ? { ...record, timeoutMs: Math.min(mostMs, Math.max(fewestMs, record.timeoutMs)) }
          : record,
      ),
  },
  on: ['integration'],
  *check({ timeoutMs }, { facts }) {
    if (!facts.isAws || timeoutMs === undefined || (timeoutMs >= fewestMs && timeoutMs <= mostMs)) return
    yield { path: ['timeoutMs'], message: `${timeoutMs} ms is not between ${fewestMs} and ${mostMs} ms.` }
  },
})
