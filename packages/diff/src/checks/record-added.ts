import type { RecordKind } from '@penstock/model'
import type { Verdict } from '../types.ts'
import { defineCheck } from './check.ts'
import { kindWords } from './kind-words.ts'

/** Most new records do nothing until something points at them. */
const verdicts: Readonly<Partial<Record<RecordKind, Verdict>>> = {
  gatewayResponse: 'risky',
  documentation: 'documentation',
  example: 'documentation',
  opaque: 'documentation',
  component: 'documentation',
}

export const recordAdded = defineCheck({
  id: 'record-added',
  on: 'record-added',
  judge: ({ kind, label }) => ({
    verdict: verdicts[kind] ?? 'safe',
    message:
      kind === 'gatewayResponse'
        ? `The gateway's own ${label} answers look different.`
        : `The ${kindWords[kind]} ${label} is new.`,
    title: `Add ${kindWords[kind]} ${label}`,
  }),
})
