import { defineCodes } from '../code.ts'

export const accessCodes = defineCodes({
  UNAUTHENTICATED: {
    status: 401,
    fault: 'client',
    message: 'Sign in, or send an API token as "Authorization: Bearer <token>".',
  },
  TOKEN_INVALID: {
    status: 401,
    fault: 'client',
    message: 'This API token is unknown, expired or revoked.',
  },
  FORBIDDEN: { status: 403, fault: 'client', message: 'You may not {action}.' },
  WRONG_CREDENTIALS: {
    status: 401,
    fault: 'client',
    message: 'The e-mail address or the password is wrong.',
  },
  WRONG_PASSWORD: { status: 403, fault: 'client', message: 'This is not your current password.' },
  RESET_LINK_INVALID: {
    status: 403,
    fault: 'client',
    message: 'This link has been used or has expired. Ask an administrator for a new one.',
  },
  SETUP_DONE: {
    status: 409,
    fault: 'client',
    message: 'The first administrator exists already. Sign in instead.',
  },
  SETUP_LINK_INVALID: {
    status: 403,
    fault: 'client',
    message: 'This link has been used or has expired. Restart Penstock to get a new one.',
  },
  CROSS_SITE: { status: 403, fault: 'client', message: 'This call came from another site and was refused.' },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    fault: 'client',
    message: 'Too many attempts. Try again in {seconds} seconds.',
  },
  EMAIL_TAKEN: {
    status: 409,
    fault: 'client',
    message: 'There is an account with the e-mail address "{email}" already.',
  },
  API_KEY_TAKEN: { status: 409, fault: 'client', message: 'There is an API key with this {what} already.' },
  USAGE_PLAN_TAKEN: {
    status: 409,
    fault: 'client',
    message: 'There is a usage plan with the name "{name}" already.',
  },
  USAGE_PLAN_OVERLAPS: {
    status: 409,
    fault: 'client',
    message:
      'The API key "{key}" is in the usage plan "{plan}" already, which has {stage} too. A key has one plan at a stage.',
  },
  QUOTA_UNSUPPORTED: {
    status: 422,
    fault: 'client',
    message: 'Quotas are not counted by this version, so a usage plan cannot have one. Give it a throttle.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    fault: 'client',
    message: 'This is the last administrator. Make somebody else one first.',
  },
  NO_GATEWAY: {
    status: 503,
    fault: 'operator',
    message: 'No gateway is connected, so nothing can be called. Start one with "penstock gateway".',
  },
  GATEWAY_UNREACHABLE: {
    status: 502,
    fault: 'operator',
    message: 'The gateway at {url} does not answer: {reason}.',
  },
})
