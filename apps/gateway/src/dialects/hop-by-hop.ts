import type { HeaderLines } from '../wire/header-lines.ts'
import { NameSet } from '../wire/name-set.ts'

const hopByHop = new NameSet([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** A client could otherwise have us drop what a later check relies on. */
const notNamed = new NameSet(['host', 'content-length', 'authorization', 'cookie'])

/** Removes headers that belong to one connection (RFC 9110 §7.6.1), those that `Connection` names included. */
export function removeHopByHop(headers: HeaderLines): void {
  if (headers.has('connection'))
    for (const value of headers.all('connection'))
      for (const part of value.split(',')) {
        const name = part.trim()
        if (!notNamed.has(name)) headers.remove(name)
      }
  headers.removeAll(hopByHop)
}
