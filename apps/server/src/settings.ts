import { AppError } from '@penstock/errors'

/** What the environment says beyond ports and places, which the command line hands over. */
export interface ServerEnvironment {
  /** First API token of a fresh installation. */
  readonly bootstrapToken: string | undefined
  readonly gatewayToken: string | undefined
  /** Suffix of the host names that stages are reached by. */
  readonly gatewayDomain: string
  /** Largest description that may be imported, in bytes. */
  readonly importLimit: number
  readonly logLevel: string
  readonly trustProxy: TrustProxy
  /** How browsers reach this server, where that is not its own address. */
  readonly publicUrl: string | undefined
}

/** Which proxies in front may say whom they speak for: all, none, listed addresses, or the nearest few. */
export type TrustProxy = boolean | string | ((address: string, hop: number) => boolean)

const megabyte = 1024 * 1024

export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ServerEnvironment {
  return {
    bootstrapToken: env['PENSTOCK_BOOTSTRAP_TOKEN'] || undefined,
    gatewayToken: env['PENSTOCK_GATEWAY_TOKEN'] || undefined,
    gatewayDomain: env['PENSTOCK_GATEWAY_DOMAIN'] || 'gateway.localhost',
    importLimit: megabytes(env['PENSTOCK_IMPORT_LIMIT_MB'] || '64'),
    logLevel: env['PENSTOCK_LOG_LEVEL'] || 'warn',
    trustProxy: trusted(env['PENSTOCK_TRUST_PROXY'] || 'false'),
    publicUrl: env['PENSTOCK_PUBLIC_URL'] || undefined,
  }
}

function megabytes(text: string): number {
  const count = Number(text)
  // V8 holds no string longer than half a gigabyte, and a document is read as one.
  if (count > 0 && count <= 500) return count * megabyte
  throw new AppError('INVALID_INPUT', {
    params: { reason: `PENSTOCK_IMPORT_LIMIT_MB is "${text}"; it must be a number from 1 to 500.` },
  })
}

/** `true`, a number of proxies, or their addresses. */
function trusted(text: string): TrustProxy {
  if (text === 'true' || text === 'false') return text === 'true'
  const proxies = Number(text)
  return Number.isInteger(proxies) ? (_address, hop) => hop < proxies : text
}
