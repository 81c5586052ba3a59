import type { RecordKind } from '@penstock/model'
import type { Verdict } from '../types.ts'
import { defineCheck } from './check.ts'
import { kindWords } from './kind-words.ts'

/** What still pointed at a removed record is a dangling reference, which keeps the draft from being deployed. */
const verdicts: Readonly<Partial<Record<RecordKind, Verdict>>> = {
  gatewayResponse: 'risky',
  // A Lambda ARN names its function, so nothing has to point at the record for it to be called.
  function: 'risky',
  documentation: 'documentation',
  example: 'documentation',
  opaque: 'documentation',
}

export const recordRemoved = defineCheck({
  id: 'record-removed',
  on: 'record-removed',
  judge: ({ kind, label }) => ({
    verdict: verdicts[kind] ?? 'safe',
    message:
      kind === 'gatewayResponse'
        ? `The gateway's own ${label} answers look as usual again.`
        : `The ${kindWords[kind]} ${label} is gone.`,
    title: `Remove ${kindWords[kind]} ${label}`,
  }),
})
