import { administrators, everybody } from './rules.ts'

/** Accounts are the administrators'; everybody has tokens of their own, never with more rights than themselves. */
export const accessPolicy = {
  'see users': administrators,
  'add users': administrators,
  'remove users': administrators,
  'make API tokens': everybody,
  'make API tokens of administrators': administrators,
  "see other people's API tokens": administrators,
  "revoke other people's API tokens": administrators,
} as const
