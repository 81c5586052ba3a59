import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { usualHeadBytes } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { type AwsSettings, awsSettings } from './aws/aws-settings.ts'
import { redisUrl } from './cache/open-caches.ts'
import type { RedisAddress } from './cache/redis-link.ts'
import type { Log } from './log.ts'
import type { SocketLimits } from './websocket/connection.ts'
import { type HttpCoreName, httpCoreNamed } from './wire/http-core.ts'

/**
 * What no client may exceed, whatever a stage allows: a head of 32 kB, ten seconds to send it, five minutes for the whole
 * request, and 65 seconds between two.
 */
export const defaultLimits = {
  maxHeaderBytes: usualHeadBytes,
  headTimeoutMs: 10_000,
  requestTimeoutMs: 300_000,
  idleTimeoutMs: 65_000,
}

/** PEM files. */
export interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

/** Everything a gateway may be told. `gatewayOptions` reads it from the environment (docs/configuration.md). */
export interface GatewayOptions {
  readonly port: number
  readonly host: string
  readonly adminPort: number
  readonly adminHost: string
  /** Without certificates there is no TLS listener. The first is for whoever names no host of another. */
  readonly tls: {
    readonly port: number
    readonly certificates: readonly [CertificateFiles, ...CertificateFiles[]]
  } | null
  /** Suffix of the hosts that name an API. */
  readonly domain: string
  readonly serverUrl: string
  readonly token: string | undefined
  readonly dataDirectory: string
  /** Public base URL; absent: made of the port. */
  readonly publicUrl: string | undefined
  /** Time that requests under way have at shutdown. */
  readonly graceMs: number
  readonly log: Log
  /** First pause before a lost control plane is called again. */
  readonly reconnectMs: number
  /** How often request records are sent. */
  readonly telemetryMs: number
  /** Processes that serve together; absent: one. */
  readonly workers?: number
  /** What reads and writes HTTP; absent: our own codec. */
  readonly http?: HttpCoreName
  /** What differs from `socketLimits`. */
  readonly sockets?: Partial<SocketLimits>
  /** Directory of the certificates that it shows to upstreams: `NAME.crt` with `NAME.key`. */
  readonly clientCertificates?: string | undefined
  /** What differs from `defaultLimits`. */
  readonly limits?: Partial<typeof defaultLimits>
  /** Milliseconds of a clock that never goes back, for throttles; absent: the process's own. */
  readonly now?: () => number
  /** Credentials and addresses for Amazon's services; absent: none. */
  readonly aws?: AwsSettings
  /** The Redis by which nodes share the answers that they keep; absent: each keeps its own in memory. */
  readonly redis?: RedisAddress | undefined
}

/** Throws SETTING_INVALID. */
export function gatewayOptions(env: NodeJS.ProcessEnv, log: Log): GatewayOptions {
  const url = redisUrl(env['REDIS_URL'])
  const [first, ...others] = certificateFiles(env)
  return {
    port: port(env, 'PENSTOCK_GATEWAY_PORT', 9080),
    host: env['PENSTOCK_GATEWAY_HOST'] ?? '127.0.0.1',
    adminPort: port(env, 'PENSTOCK_GATEWAY_ADMIN_PORT', 9081),
    adminHost: env['PENSTOCK_GATEWAY_ADMIN_HOST'] ?? '127.0.0.1',
    tls: first
      ? { port: port(env, 'PENSTOCK_GATEWAY_TLS_PORT', 9443), certificates: [first, ...others] }
      : null,
    clientCertificates: env['PENSTOCK_GATEWAY_CLIENT_CERTS'] || undefined,
    domain: (env['PENSTOCK_GATEWAY_DOMAIN'] ?? 'gateway.localhost').toLowerCase(),
    serverUrl: env['PENSTOCK_SERVER_URL'] ?? `http://127.0.0.1:${port(env, 'PENSTOCK_PORT', 9000)}`,
    token: env['PENSTOCK_GATEWAY_TOKEN'],
    dataDirectory: resolve(env['PENSTOCK_DATA_DIR'] ?? '.penstock'),
    publicUrl: env['PENSTOCK_GATEWAY_URL'],
    graceMs: 30_000,
    workers: workers(env),
    http: httpCoreNamed(env['PENSTOCK_GATEWAY_HTTP']),
    log,
    reconnectMs: 250,
    telemetryMs: 1_000,
    limits: {
      maxHeaderBytes: whole(env, 'PENSTOCK_GATEWAY_HEAD_BYTES', {
        least: 4096,
        most: mebibyte,
        otherwise: defaultLimits.maxHeaderBytes,
        wanted: `a whole number of bytes from 4096 to ${mebibyte}`,
      }),
      headTimeoutMs: milliseconds(env, 'PENSTOCK_GATEWAY_HEAD_MS', defaultLimits.headTimeoutMs),
      requestTimeoutMs: milliseconds(env, 'PENSTOCK_GATEWAY_REQUEST_MS', defaultLimits.requestTimeoutMs),
      idleTimeoutMs: milliseconds(env, 'PENSTOCK_GATEWAY_IDLE_MS', defaultLimits.idleTimeoutMs),
    },
    aws: awsSettings(env),
    ...(url === undefined ? {} : { redis: { url } }),
  }
}

const dayMs = 86_400_000
const mebibyte = 1024 * 1024

function port(env: NodeJS.ProcessEnv, variable: string, otherwise: number): number {
  return whole(env, variable, { least: 0, most: 65_535, otherwise, wanted: 'a port number' })
}

/** Both variables name as many files, separated by commas. */
function certificateFiles(env: NodeJS.ProcessEnv): CertificateFiles[] {
  const files = (variable: string) =>
    (env[variable] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
  const variable = 'PENSTOCK_GATEWAY_TLS_KEY'
  const [certs, keys] = [files('PENSTOCK_GATEWAY_TLS_CERT'), files(variable)]
  if (certs.length !== keys.length)
    throw new AppError('SETTING_INVALID', {
      params: { variable, wanted: `a file for each of the ${certs.length} in PENSTOCK_GATEWAY_TLS_CERT` },
    })
  return certs.map((certFile, at) => ({ certFile, keyFile: keys[at]! }))
}

/** A number, or `auto`: as many as there are processors for this process. */
function workers(env: NodeJS.ProcessEnv): number {
  const variable = 'PENSTOCK_GATEWAY_WORKERS'
  if (env[variable] === 'auto') return availableParallelism()
  return whole(env, variable, {
    least: 1,
    most: 256,
    otherwise: 1,
    wanted: 'a number from 1 to 256, or auto',
  })
}

/** So many milliseconds, from a tenth of a second to a day. */
function milliseconds(env: NodeJS.ProcessEnv, variable: string, otherwise: number): number {
  const wanted = `a whole number of milliseconds from 100 to ${dayMs}`
  return whole(env, variable, { least: 100, most: dayMs, otherwise, wanted })
}

interface WholeNumber {
  readonly least: number
  readonly most: number
  readonly otherwise: number
  /** In words. */
  readonly wanted: string
}

function whole(
  env: NodeJS.ProcessEnv,
  variable: string,
  { least, most, otherwise, wanted }: WholeNumber,
): number {
  const text = env[variable]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new AppError('SETTING_INVALID', { params: { variable, wanted } })
}
