import { everybody } from './rules.ts'

export const operationsPolicy = {
  'see gateway nodes': everybody,
  'read the request log': everybody,
  'read the audit log': everybody,
} as const
