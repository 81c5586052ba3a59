import { administrators, everybody, people } from './rules.ts'

/** Members design, review and deploy; what can't be taken back is for administrators. */
export const apiPolicy = {
  'read APIs': everybody,
  'be seen in APIs': people,
  'create APIs': everybody,
  'edit APIs': everybody,
  'change stages': everybody,
  'deploy APIs': everybody,
  'override verdicts': everybody,
  'review deploy requests': everybody,
  'change who approves deployments': administrators,
  'call APIs from the console': everybody,
  'open a portal to others': everybody,
  'remove APIs': administrators,
} as const
