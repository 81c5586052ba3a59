import { administrators, everybody, people } from './rules.ts'

/** Accounts are the administrators'; everybody has tokens of their own, never with more rights than themselves. */
export const accessPolicy = {
  'change their own account': people,
  'see users': administrators,
  'see who the administrators are': everybody,
  'see the names of users': people,
  'add users': administrators,
  'change the roles of users': administrators,
  'reset the passwords of users': administrators,
  'remove users': administrators,
  'make API tokens': everybody,
  'make API tokens of administrators': administrators,
  "see other people's API tokens": administrators,
  "revoke other people's API tokens": administrators,
  'see API keys and usage plans': everybody,
  'change API keys and usage plans': administrators,
} as const

/** What a refusal says, where the name of the action does not tell what is wrong. */
export const accessRefusals = {
  'change their own account': 'change an account with an API token',
} as const
