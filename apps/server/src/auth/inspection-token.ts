import { createHmac } from 'node:crypto'

/** What the server shows to a gateway that is to inspect a request. Made from the gateway token, so that nothing is stored. */
export function inspectionToken(gatewayToken: string): string {
  return createHmac('sha256', gatewayToken).update('inspection').digest('base64url')
}
