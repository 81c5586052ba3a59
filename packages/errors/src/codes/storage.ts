import { defineCodes } from '../code.ts'

export const storageCodes = defineCodes({
  DATA_DIR_IN_USE: {
    status: 500,
    fault: 'operator',
    message:
      'Another Penstock (process {pid}) is using {directory}. Stop it, or set PENSTOCK_DATA_DIR to another folder.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    fault: 'operator',
    message: 'The database does not answer. Nothing was changed.',
  },
  DISK_FULL: {
    status: 507,
    fault: 'operator',
    message: 'The disk is full. Nothing was changed; free some space and try again.',
  },
  DATABASE_TOO_NEW: {
    status: 500,
    fault: 'operator',
    message: 'The database was migrated by a newer Penstock ({migration}). Start that version.',
  },
})
