import type { JsonObject, RecordId } from '@penstock/model'
import { serverAddresses } from '../default-upstream.ts'
import { addRecord, type ImportScope } from './scope.ts'

/** Stands for the address that the document names. */
const named = 'servers'

/**
 * The base URL that is asked for. Of the server that the document names it is without the path that stands before every
 * route already. A document that names none fails: nobody should find mocks where a backend was asked for.
 */
export function upstreamOf(
  { report }: Pick<ImportScope, 'report'>,
  asked: string | undefined,
  { servers, basePath }: { readonly servers: readonly JsonObject[]; readonly basePath: string },
): string | undefined {
  if (asked !== named) return asked
  const [address] = serverAddresses({ servers: [...servers] })
  if (address === undefined) {
    report.error('no-server', '/servers', 'The document names no server with an address that can be called.')
    return undefined
  }
  return basePath !== '' && address.endsWith(basePath) ? address.slice(0, -basePath.length) : address
}

/** The upstream record of a base URL, named after its host. */
export function addUpstream(scope: ImportScope, url: string): RecordId {
  const name = /^[a-z][a-z0-9+.-]*:\/\/([^/]+)/i.exec(url)?.[1] ?? url
  const id = scope.id('upstream', name)
  addRecord(scope, { kind: 'upstream', id, name, url })
  return id
}
