import { defineCodes } from '../code.ts'

export const generalCodes = defineCodes({
  INTERNAL: {
    status: 500,
    fault: 'penstock',
    message: 'Something failed inside Penstock. Look up the request id in the log.',
  },
  INVALID_INPUT: { status: 400, fault: 'client', message: '{reason}' },
  SERVER_BUSY: {
    status: 503,
    fault: 'operator',
    message: 'The server is busy with {what} of others, and too many wait already. Try again in a moment.',
  },
  NOT_FOUND: { status: 404, fault: 'client', message: 'There is no {what} here.' },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    fault: 'client',
    message: 'The body is larger than the limit of {limit}.',
  },
})
