import { serverUrl } from '../default-upstream.ts'
import type { JsonObject } from '@penstock/model'
import type { ImportScope } from './scope.ts'

/** Where a description says that its API is: no traffic follows it, and nobody should wonder whether it does. */
export function reportServers(
  { report }: Pick<ImportScope, 'report'>,
  servers: readonly JsonObject[],
  upstream: string | undefined,
): void {
  let offered = false
  for (const [at, server] of servers.entries()) {
    const url = serverUrl(server)
    const named = typeof server['url'] === 'string' ? server['url'] : 'A server without an address'
    let fate = 'nothing is sent there.'
    if (upstream !== undefined)
      fate = url === upstream ? 'operations go there.' : `operations go to ${upstream} instead.`
    else if (url !== undefined && !offered) {
      offered = true
      fate = `nothing is sent there yet: "Point this API at an upstream" offers it.`
    }
    report.kept(`/servers/${at}`, 'servers', `${named} is exported again; ${fate}`)
  }
}
