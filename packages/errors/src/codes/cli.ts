import { defineCodes } from '../code.ts'

export const cliCodes = defineCodes({
  PORT_IN_USE: {
    status: 500,
    fault: 'operator',
    message: 'Port {port} on {host} is taken by another program. Stop it, or set {variable} to another port.',
  },
  SETTING_INVALID: {
    status: 500,
    fault: 'operator',
    message: 'The environment variable {variable} is not {wanted}.',
  },
  SERVER_UNREACHABLE: {
    status: 503,
    fault: 'operator',
    message:
      'Nothing answers at {url}. Start Penstock with "penstock start", or name another address with --url or PENSTOCK_URL.',
  },
  GATEWAY_NOT_STARTED: {
    status: 500,
    fault: 'operator',
    message: 'The gateway ended before it listened ({how}). Its own message is above.',
  },
  FILE_UNREADABLE: { status: 400, fault: 'client', message: 'Cannot read {file}: {reason}.' },
})
