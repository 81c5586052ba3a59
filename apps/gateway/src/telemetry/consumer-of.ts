import { createHmac } from 'node:crypto'
import type { Consumer } from '@penstock/bundle'
import { clientAddressOf } from '../dialects/forwarded.ts'
import type { Caller } from './caller.ts'

/** Consumers whose hashes are remembered; beyond that they are worked out again. */
const remembered = 10_000
const idLength = 12

/**
 * Names callers without telling what they showed: ids are hashes under a key that is made of the gateway token, so that
 * all nodes that share it agree and nobody else can try out addresses or keys. A credential that changes with each
 * session is named for whom it is of, where it says so.
 */
export function createConsumers(gatewayToken: string): (caller: Caller) => Consumer {
  const key = createHmac('sha256', gatewayToken).update('consumers').digest()
  const known = new Map<string, string>()

  function idOf(kind: Consumer['kind'], text: string): string {
    const name = `${kind} ${text}`
    const found = known.get(name)
    if (found !== undefined) return found
    const id = createHmac('sha256', key).update(name).digest('base64url').slice(0, idLength)
    if (known.size >= remembered) known.clear()
    known.set(name, id)
    return id
  }

  return ({ apiKey, authorization, userAgent, address }) => {
    if (apiKey) return { kind: 'key', id: idOf('key', apiKey) }
    if (authorization) return { kind: 'credential', id: idOf('credential', holderOf(authorization)) }
    const client = clientOf(userAgent)
    return {
      kind: 'address',
      id: idOf('address', `${clientAddressOf({ remoteAddress: address })} ${client ?? ''}`),
      ...(client === undefined ? {} : { client }),
    }
  }
}

/** Whom a credential is of, as it says itself; the whole of it where it does not. */
function holderOf(authorization: string): string {
  const space = authorization.indexOf(' ')
  const scheme = authorization.slice(0, space).toLowerCase()
  const shown = authorization.slice(space + 1).trim()
  if (scheme === 'basic') return `basic ${decode(shown).split(':')[0]}`
  if (scheme === 'bearer') return subjectOf(shown) ?? authorization
  if (scheme === 'aws4-hmac-sha256') return /Credential=([^/,\s]+)/.exec(shown)?.[1] ?? authorization
  return authorization
}

/** Issuer and subject of a JSON web token, which is new every hour; undefined for any other. */
function subjectOf(token: string): string | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  try {
    const claims = JSON.parse(decode(payload)) as Record<string, unknown> | null
    const subject = claims?.['sub'] ?? claims?.['client_id'] ?? claims?.['azp']
    return typeof subject === 'string' ? JSON.stringify(['jwt', claims?.['iss'], subject]) : undefined
  } catch {
    return undefined
  }
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString()
}

/** `curl/8.5.0` → `curl`. */
function clientOf(userAgent: string | undefined): string | undefined {
  return userAgent === undefined ? undefined : /^[\w.+-]{1,40}(?=$|[\s/(;,])/.exec(userAgent)?.[0]
}
