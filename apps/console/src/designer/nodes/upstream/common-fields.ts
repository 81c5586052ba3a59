import { baseUrlProblem } from '../../edits/base-url-problem.ts'
import type { CommonField } from '../common-field.ts'

export const upstreamFields: readonly CommonField<'upstream'>[] = [
  {
    label: 'Base URL',
    control: 'text',
    isMono: true,
    problemOf: baseUrlProblem,
    value: ({ url }) => url,
    write: (transaction, record, url) => transaction.put({ ...record, url }),
  },
]
