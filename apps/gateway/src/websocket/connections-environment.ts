import type { ManagementAccess } from './management-access.ts'

/** What a function of a WebSocket API needs to speak to connections: where, and that it may. */
export function connectionsEnvironment(
  url: string,
  access: ManagementAccess,
  api: string,
  stage: string,
): Record<string, string> {
  return {
    PENSTOCK_CONNECTIONS_URL: `${url}/${encodeURIComponent(api)}/${encodeURIComponent(stage)}/@connections`,
    PENSTOCK_CONNECTIONS_TOKEN: access.tokenOf(api, stage),
  }
}
