import { z } from 'zod'
import { showUrl, urlProblem } from '../base-url.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

const milliseconds = z.number().int().min(1).max(3_600_000)

/** One place where an upstream runs. */
export const upstreamTargetSchema = z.strictObject({
  /** `http://10.0.0.7:8080`: scheme, host and port. May hold `${stageVariables.name}`. */
  address: z.string(),
  /** Its share of calls against that of the others; absent: 1. */
  weight: z.number().int().min(1).max(1000).optional(),
  /** Called only when none of the others can be. */
  backup: z.boolean().optional(),
})
export type UpstreamTarget = z.infer<typeof upstreamTargetSchema>

/** Which target a call goes to. */
export const balancingSchema = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('round_robin') }),
  z.strictObject({ policy: z.literal('least_connections') }),
  z.strictObject({
    policy: z.literal('consistent_hash'),
    /** What calls that belong together share; where a call lacks the header or cookie, its source address. */
    by: z.enum(['header', 'cookie', 'source_ip', 'path']),
    /** Of the header or cookie. */
    name: z.string().optional(),
  }),
])
export type Balancing = z.infer<typeof balancingSchema>

/** How a gateway finds out by itself whether a target can be called. */
export const healthCheckSchema = z.strictObject({
  /** Path and query at the target, whatever the path of the base URL. */
  path: z.string(),
  /** Absent: GET. */
  method: z.enum(['GET', 'HEAD', 'OPTIONS', 'POST']).optional(),
  /** From the end of one to the next; absent: 10 s. */
  intervalMs: milliseconds.optional(),
  /** Until the answer begins; absent: 2 s. */
  timeoutMs: milliseconds.optional(),
  /** Checks in a row that bring a target back; absent: 2. */
  healthy: z.number().int().min(1).max(100).optional(),
  /** Checks in a row that take it out; absent: 3. */
  unhealthy: z.number().int().min(1).max(100).optional(),
  /** The answers of one that goes well; absent: 200 to 399. */
  statuses: z.array(z.number().int().min(100).max(599)).optional(),
})
export type HealthCheck = z.infer<typeof healthCheckSchema>

/** How TLS is spoken with a backend. */
export const upstreamTlsSchema = z.strictObject({
  /** Whose certificate it has to show, and what it is asked for by (SNI, RFC 6066 §3); absent: the host that is called. */
  serverName: z.string().optional(),
  /** Certificates in PEM of which one has to have issued it; absent: those that the gateway trusts. */
  ca: z.string().max(262_144).optional(),
  /** Name of the certificate that gateways show for themselves (`PENSTOCK_GATEWAY_CLIENT_CERTS`); absent: none. */
  clientCertificate: z.string().optional(),
})
export type UpstreamTls = z.infer<typeof upstreamTlsSchema>

/** A backend by its base URL, which may hold `${stageVariables.name}`, and the places where it runs if there are several. */
export const upstreamSchema = z.strictObject({
  kind: z.literal('upstream'),
  id: z.string(),
  name: z.string(),
  /** With `targets` it is the name that these are called by (`Host`) and the path; connections go to them. */
  url: z.string(),
  targets: z.array(upstreamTargetSchema).max(256).optional(),
  /** Absent: `round_robin`. */
  balancing: balancingSchema.optional(),
  retries: z
    .strictObject({
      /** Other targets that are tried when a call may be sent again; absent: 1. */
      count: z.number().int().min(0).max(10).optional(),
      /** Time of one try until the answer begins; absent: all that is left of the integration's. */
      tryTimeoutMs: milliseconds.optional(),
      /** Answers after which another target is asked, as if the call had failed. */
      statuses: z.array(z.number().int().min(500).max(599)).optional(),
    })
    .optional(),
  /** A target that fails is left out for a while; absent: never. */
  ejection: z
    .strictObject({
      /** Failed calls and answers of 500 and more in a row; absent: only `ratio` counts. */
      failures: z.number().int().min(1).max(1000).optional(),
      /** The share of those among all calls of a time; absent: only `failures` counts. */
      ratio: z
        .strictObject({
          percent: z.number().min(1).max(100),
          /** Fewer calls than that in the time say nothing. */
          calls: z.number().int().min(1).max(1_000_000),
          overMs: milliseconds,
        })
        .optional(),
      /** The first time; twice as long each time that it fails again before it answered. */
      forMs: milliseconds,
      /** Never longer. */
      maxMs: milliseconds,
      /** Of a hundred targets, how many may be left out together, at least one; absent: all, and then all are called. */
      maxPercent: z.number().int().min(1).max(100).optional(),
    })
    .optional(),
  /** Each gateway calls the targets by itself from time to time; absent: never. */
  healthCheck: healthCheckSchema.optional(),
  /** Time over which the share of a target grows that is new or comes back; absent: it gets it at once. */
  slowStartMs: milliseconds.optional(),
  tls: upstreamTlsSchema.optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Upstream = z.infer<typeof upstreamSchema>

export const upstreamKind = defineKind({
  kind: 'upstream',
  idPrefix: 'ups_',
  schema: upstreamSchema,
  defaults: {},
  references: () => [],
  label: (upstream) => upstream.name,
  unique: (upstream) => upstream.name,
  check: (upstream) => [
    ...addressProblem(upstream, upstream.url, ['url'], 'The base URL'),
    ...(upstream.targets ?? []).flatMap((target, at) => targetProblems(upstream, target, at)),
    ...balancingProblems(upstream),
    ...ejectionProblems(upstream),
    ...healthCheckProblems(upstream),
    ...tlsProblems(upstream),
  ],
  connects: {},
})

function addressProblem(
  { id, name }: Upstream,
  url: string,
  path: readonly (string | number)[],
  what: string,
): Diagnostic[] {
  const problem = urlProblem(url)
  if (!problem) return []
  const { message, ...suggestion } = problem
  return [
    {
      code: 'upstream-url-invalid',
      severity: 'error',
      message: `${what} of upstream "${name}" ${message}: "${showUrl(url)}".`,
      location: { record: id, path },
      ...suggestion,
    },
  ]
}

function targetProblems(upstream: Upstream, { address }: UpstreamTarget, at: number): Diagnostic[] {
  const path = ['targets', at, 'address']
  const problems = addressProblem(upstream, address, path, `Target ${at + 1}`)
  const broken = (code: string, says: string): Diagnostic => ({
    code,
    severity: 'error',
    message: `Target ${at + 1} of upstream "${upstream.name}" ${says}: "${showUrl(address)}".`,
    location: { record: upstream.id, path },
  })
  if (problems.length > 0) return problems
  if (/^[a-z]+:\/\/[^/?#]*\/?$/i.test(address.trim()) === false && !address.trim().startsWith('${'))
    return [broken('upstream-target-path', 'holds more than scheme, host and port')]
  const first = upstream.targets?.findIndex((target) => target.address.trim() === address.trim())
  return first === at ? [] : [broken('upstream-target-repeated', 'is there twice')]
}

function balancingProblems({ id, name, balancing }: Upstream): Diagnostic[] {
  if (balancing?.policy !== 'consistent_hash' || balancing.name) return []
  if (balancing.by !== 'header' && balancing.by !== 'cookie') return []
  return [
    {
      code: 'upstream-hash-unnamed',
      severity: 'error',
      message: `Upstream "${name}" chooses targets by a ${balancing.by}, and does not name it.`,
      location: { record: id, path: ['balancing', 'name'] },
    },
  ]
}

function ejectionProblems({ id, name, ejection }: Upstream): Diagnostic[] {
  if (ejection === undefined || ejection.failures !== undefined || ejection.ratio !== undefined) return []
  return [
    {
      code: 'upstream-ejection-never',
      severity: 'error',
      message: `Upstream "${name}" leaves targets out and says neither after how many failures nor after which share of calls.`,
      location: { record: id, path: ['ejection'] },
    },
  ]
}

function healthCheckProblems({ id, name, healthCheck }: Upstream): Diagnostic[] {
  if (healthCheck === undefined) return []
  const { path, intervalMs } = healthCheck
  const broken = (code: string, field: string, message: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    location: { record: id, path: ['healthCheck', field] },
  })
  const problems: Diagnostic[] = []
  if (!/^\/[\x21-\x7e]*$/.test(path)) {
    const says = path.startsWith('/') ? 'holds what no path may' : 'does not begin with a slash'
    const message = `The path of the health check of upstream "${name}" ${says}: "${path}".`
    problems.push(broken('upstream-check-path', 'path', message))
  }
  if (intervalMs !== undefined && intervalMs < 100) {
    const message = `The health check of upstream "${name}" comes every ${intervalMs} ms; 100 ms is the shortest.`
    problems.push(broken('upstream-check-interval', 'intervalMs', message))
  }
  return problems
}

function tlsProblems({ id, name, tls = {} }: Upstream): Diagnostic[] {
  const { serverName, ca, clientCertificate } = tls
  const broken = (code: string, field: keyof UpstreamTls, says: string): Diagnostic => ({
    code,
    severity: 'error',
    message: `Upstream "${name}" ${says}.`,
    location: { record: id, path: ['tls', field] },
  })
  const problems: Diagnostic[] = []
  if (serverName !== undefined && !/^[a-z\d_]([a-z\d_.-]*[a-z\d])?$/i.test(serverName))
    problems.push(
      broken('upstream-server-name', 'serverName', `expects the certificate of no host: "${serverName}"`),
    )
  if (ca !== undefined && isPrivate(ca))
    problems.push(
      broken(
        'upstream-ca-secret',
        'ca',
        'holds a private key where the certificates of its issuers belong: take it out, and change it now that it was seen',
      ),
    )
  else if (ca !== undefined && !isPem(ca))
    problems.push(broken('upstream-ca-invalid', 'ca', 'has certificates of its issuers that are not in PEM'))
  if (clientCertificate !== undefined && !/^[\w-][\w.-]*$/.test(clientCertificate))
    problems.push(
      broken(
        'upstream-client-certificate',
        'clientCertificate',
        `names a client certificate as none is: "${clientCertificate}"`,
      ),
    )
  return problems
}

/** One certificate or more in PEM (RFC 7468), with whatever stands between them. What the blocks hold is read by who uses them. */
function isPem(text: string): boolean {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g) ?? []
  return blocks.length > 0 && blocks.length === text.split('-----BEGIN ').length - 1
}

function isPrivate(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)
}
