import { createHmac } from 'node:crypto'
import type { Consumer } from '@penstock/bundle'
import { clientAddressOf } from '../dialects/forwarded.ts'
import { type Caller, holderDigest, keyDigest } from './caller.ts'

const idLength = 12

/**
 * Names callers without telling what they showed: ids are hashes under a key that is made of the gateway token, so that
 * all nodes that share it agree and nobody else can try out addresses or keys. A credential that changes with each
 * session is named for whom it is of, where it says so.
 */
export function createConsumers(gatewayToken: string): (caller: Caller) => Consumer {
  const key = createHmac('sha256', gatewayToken).update('consumers').digest()

  // Worked out for each record, which is cheap and off the way of requests: nothing that a caller showed is remembered.
  function idOf(kind: Consumer['kind'], text: string): string {
    return createHmac('sha256', key).update(`${kind} ${text}`).digest('base64url').slice(0, idLength)
  }

  return ({ apiKey, authorization, userAgent, address }) => {
    if (apiKey) return { kind: 'key', id: idOf('key', keyDigest(apiKey)) }
    if (authorization) return { kind: 'credential', id: idOf('credential', holderDigest(authorization)) }
    const client = clientOf(userAgent)
    return {
      kind: 'address',
      id: idOf('address', `${clientAddressOf({ remoteAddress: address })} ${client ?? ''}`),
      ...(client === undefined ? {} : { client }),
    }
  }
}

/** `curl/8.5.0` → `curl`. */
function clientOf(userAgent: string | undefined): string | undefined {
  return userAgent === undefined ? undefined : /^[\w.+-]{1,40}(?=$|[\s/(;,])/.exec(userAgent)?.[0]
}
