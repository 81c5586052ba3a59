import { defineCodes } from '../code.ts'

export const gatewayCodes = defineCodes({
  BUNDLE_CORRUPT: {
    status: 500,
    fault: 'operator',
    message: 'The bundle {hash} is damaged: {reason}. It was not loaded.',
  },
  BUNDLE_TOO_NEW: {
    status: 500,
    fault: 'operator',
    message: 'The bundle is of format {version}; this gateway reads up to {supported}. Update the gateway.',
  },
  BUNDLE_NOT_FOUND: { status: 404, fault: 'penstock', message: 'There is no bundle {hash}.' },
})
