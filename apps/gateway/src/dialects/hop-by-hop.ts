import type { HeaderLines } from '../wire/header-lines.ts'
import { NameSet } from '../wire/name-set.ts'

/** Headers that belong to one connection (RFC 9110 §7.6.1). */
export const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]
const hopByHopNames = new NameSet(hopByHop)

/** A client could otherwise have us drop what a later check relies on. */
const notNamed = new NameSet(['host', 'content-length', 'authorization', 'cookie'])

/** Removes headers that belong to one connection, those that `Connection` names included. */
export function removeHopByHop(headers: HeaderLines): void {
  removeNamedByConnection(headers)
  headers.removeAll(hopByHopNames)
}

export function removeNamedByConnection(headers: HeaderLines): void {
  if (!headers.has('connection')) return
  for (const value of headers.all('connection'))
    for (const part of value.split(',')) {
      const name = part.trim()
      if (!notNamed.has(name)) headers.remove(name)
    }
}
