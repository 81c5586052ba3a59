import { createHmac } from 'node:crypto'

/** What a call of an API's preview shows. Made from the gateway token, so that nothing is stored, and no two APIs share one. */
export function previewToken(gatewayToken: string, slug: string): string {
  return createHmac('sha256', gatewayToken).update(`preview ${slug}`).digest('base64url')
}
