import type { RecordId } from '@penstock/model'
import { addRecord, type ImportScope } from './scope.ts'

/** The upstream record of a base URL, named after its host. */
export function addUpstream(scope: ImportScope, url: string): RecordId {
  const name = /^[a-z][a-z0-9+.-]*:\/\/([^/]+)/i.exec(url)?.[1] ?? url
  const id = scope.id('upstream', name)
  addRecord(scope, { kind: 'upstream', id, name, url })
  return id
}
