import { join } from 'node:path'
import { AwsAccess } from './aws/aws-access.ts'
import { noAwsSettings } from './aws/aws-settings.ts'
import { openCaches } from './cache/open-caches.ts'
import { readCertificates, readClientCertificates } from './certificates.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { FailedCalls } from './diagnosis/failed-calls.ts'
import { FunctionPools } from './functions/function-pools.ts'
import { InspectedContent } from './inspection/inspected-content.ts'
import { keepRequestsYoung } from './garbage-collection.ts'
import { portTaken, shownHost } from './listening.ts'
import { nodeName } from './node-name.ts'
import { lockDirectory } from './lock-directory.ts'
import { defaultLimits, type GatewayOptions } from './options.ts'
import { createPipeline } from './pipeline.ts'
import type { RequestContext } from './request-context.ts'
import { HealthReporter } from './telemetry/health-reporter.ts'
import { healthOfStages } from './pools/health-of-stages.ts'
import { HealthChecks } from './pools/health-checks.ts'
import { checkTimes } from './pools/health-check.ts'
import { Targets } from './pools/targets.ts'
import { renderTargets } from './pools/render-targets.ts'
import { Runtime } from './runtime.ts'
import { TlsOfUpstreams } from './upstream/tls-of-upstreams.ts'
import { Applier } from './sync/applier.ts'
import { BundleCache } from './sync/bundle-cache.ts'
import { ControlPlane, tokenSource } from './sync/control-plane.ts'
import { Synchronizer } from './sync/synchronizer.ts'
import { listenAdmin } from './telemetry/admin.ts'
import { Metrics } from './telemetry/metrics.ts'
import { RequestLog } from './telemetry/request-log.ts'
import { Throttles } from './throttles/throttles.ts'
import { carryOut } from './websocket/connection-order.ts'
import { connectionsEnvironment } from './websocket/connections-environment.ts'
import { Connections } from './websocket/connections.ts'
import { socketLimits } from './websocket/connection.ts'
import { ManagementAccess } from './websocket/management-access.ts'
import { answerManagement } from './websocket/management.ts'
import { Upgrades } from './websocket/upgrades.ts'
import { httpCores } from './wire/http-core.ts'
import type { Intake } from './wire/open-server.ts'
import type { WireServer } from './wire/server.ts'
import { type Answers, nobodyElse, type Others, type WorkerStatus } from './workers/questions.ts'

export interface Gateway {
  /** Base URL of the HTTP listener. */
  readonly url: string
  readonly adminUrl: string
  readonly tlsPort: number | null
  readonly node: string
  /** Stops accepting, lets requests under way finish, then lets go of everything. */
  close(): Promise<void>
}

/**
 * Starts a gateway in this process: it serves at once what its disk holds, and whatever the control plane wants as soon as that
 * can be reached. Throws PORT_IN_USE, DATA_DIR_IN_USE and SETTING_INVALID, and rejects when the data directory cannot be written.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { url, tlsPort, node, status, close } = await startNode(options, onlyOne)
  const admin = await listenAdmin({ ...options, status: async () => status() }).catch(
    async (error: unknown) => {
      await close()
      throw error
    },
  )
  return {
    url,
    adminUrl: admin.url,
    tlsPort,
    node,
    async close() {
      await close()
      await admin.close()
    },
  }
}

/** The place of a process in its node. */
export interface Seat {
  /** From 1 on. Each has a directory of its own, and the first that of a node of one process. */
  readonly number: number
  /** Absent: a node of one process, which is named by its directory. */
  readonly name?: string
  readonly others: Others
  /** What the processes of a node prove to each other's functions. */
  readonly secret?: Uint8Array
  /** Absent: it listens itself. */
  readonly intakes?: { readonly http: Intake; readonly tls: Intake | null }
}

const onlyOne: Seat = { number: 1, others: nobodyElse }

/** What listens and serves, without the port for those who run it. */
export interface GatewayNode extends Omit<Gateway, 'adminUrl'> {
  readonly status: () => WorkerStatus
  /** What others may ask of it. */
  readonly answers: Answers
}

export async function startNode(options: GatewayOptions, seat: Seat): Promise<GatewayNode> {
  keepRequestsYoung()
  const whole = join(options.dataDirectory, 'gateway')
  const directory = seat.number === 1 ? whole : join(whole, `worker-${seat.number}`)
  const cache = new BundleCache(directory)
  await cache.prepare()
  const unlock = lockDirectory(directory, options.log)
  try {
    return await startIn(directory, cache, unlock, options, seat)
  } catch (error) {
    unlock()
    throw error
  }
}

async function startIn(
  directory: string,
  cache: BundleCache,
  unlock: () => void,
  options: GatewayOptions,
  { name, others, secret, intakes }: Seat,
): Promise<GatewayNode> {
  const limits = { ...defaultLimits, ...options.limits }
  const node = name ?? (await nodeName(directory))
  const runtime = new Runtime()
  const connections = new Connections()
  const core = httpCores[options.http ?? 'own']
  const client = core.client({ connections: 256, connectTimeoutMs: 10_000 })
  const access = new ManagementAccess(secret)
  let localUrl = ''
  const functions = new FunctionPools(join(directory, 'functions'), options.log, (owner) => {
    const [api = '', stage = ''] = owner.split('/')
    return runtime.current?.apis.get(api)?.get(stage)?.sockets
      ? connectionsEnvironment(localUrl, access, api, stage)
      : {}
  })
  const metrics = new Metrics()
  const token = tokenSource(options.token, options.dataDirectory)
  const controlPlane = new ControlPlane({ url: options.serverUrl, node, token })
  const requests = new RequestLog({
    node,
    bufferMax: 5_000,
    batchMax: 500,
    intervalMs: options.telemetryMs,
    send: (batch) => controlPlane.requests(batch),
    token,
  })
  const tls = new TlsOfUpstreams(await readClientCertificates(options.clientCertificates))
  const aws = new AwsAccess(options.aws ?? noAwsSettings)
  const failedCalls = new FailedCalls(options.now ?? (() => performance.now()))
  const throttles = new Throttles(options.now ?? (() => performance.now()))
  const targets = new Targets(options.now ?? (() => performance.now()))
  const checkClient = core.client({ connections: 16, connectTimeoutMs: 10_000 })
  const checks = new HealthChecks(checkClient, checkTimes(targets.now))
  const caches = await openCaches(options.redis, targets.now, options.log)
  const services = { client, targets, checks, functions, aws, tls, throttles, caches, log: options.log }
  const epoch = Date.now() - targets.now()
  const health = new HealthReporter({
    node,
    intervalMs: options.telemetryMs,
    targets: () => (runtime.current ? healthOfStages(runtime.current, targets.now(), epoch) : []),
    now: () => performance.now(),
    send: (report) => controlPlane.health(report),
  })
  const applier = new Applier({
    runtime,
    services,
    cache,
    log: options.log,
    onSwapped: (keys) => {
      metrics.retain(keys)
      connections.retain(({ api, stage }) => Boolean(runtime.current?.apis.get(api)?.get(stage)?.sockets))
    },
  })
  const kept = await cache.readState()
  if (kept !== null) await applier.apply(kept, null)

  const onFinished = (context: RequestContext) => {
    metrics.record(context)
    requests.record(context, failedCalls.keep(context))
    const { failure } = context
    if (failure?.fault === 'penstock')
      options.log('error', failure.reason, {
        requestId: context.id,
        code: failure.code,
        stack: stackOf(failure.cause),
      })
  }
  const socketsMax = { ...socketLimits, ...options.sockets }
  const { messageBytesMax } = socketsMax
  const sockets = new Upgrades({
    runtime,
    domain: options.domain,
    connections,
    limits: socketsMax,
    onFinished,
  })
  const handler = createPipeline({
    runtime,
    contents: new InspectedContent({ fetchBundle: (hash) => controlPlane.bundle(hash), services }),
    failedCalls,
    domain: options.domain,
    others,
    manage: (context, stage) =>
      answerManagement(context, stage, { connections, others, access, messageBytesMax }),
    onFinished,
  })
  const listeners: WireServer[] = []
  const letGo = async () => {
    health.close()
    await requests.close()
    functions.destroy()
    caches.close()
    await Promise.all([checks.close(), client.close()])
  }
  const listen = async () => {
    const { port, host, tls } = options
    const wire = { host, sockets, ...limits, errorPages: () => runtime.current?.errorPages ?? null }
    const http = await core
      .listen({ port, ...wire, intake: intakes?.http }, handler)
      .catch(portTaken(host, port, ''))
    listeners.push(http)
    // Functions that its first connections call are told it.
    localUrl = `http://${shownHost(host)}:${http.port}`
    if (tls) {
      const certificates = await readCertificates(tls.certificates)
      const secure = { ...wire, port: tls.port, intake: intakes?.tls ?? undefined, tls: certificates }
      listeners.push(await core.listen(secure, handler).catch(portTaken(host, secure.port, '_TLS')))
    }
    return listeners[1]
  }
  const secure = await listen().catch(async (error: unknown) => {
    // What listens already would keep the process alive for nothing.
    await Promise.all(listeners.map((listener) => listener.close(0)))
    await letGo()
    throw error
  })
  const synchronizer = new Synchronizer({
    controlPlane,
    applier,
    node,
    url: options.publicUrl ?? localUrl,
    headBytes: limits.maxHeaderBytes,
    log: options.log,
    pauseMs: options.reconnectMs,
    pauseMaxMs: Math.max(options.reconnectMs, 10_000),
  })
  synchronizer.start()
  return {
    url: localUrl,
    tlsPort: secure?.port ?? null,
    node,
    status: () => ({
      isReady: runtime.current !== null,
      problem: caches.problem(),
      metrics:
        renderTargets(targets, checks) +
        caches.metrics() +
        metrics.render({
          penstock_revision: runtime.current?.revision ?? 0,
          penstock_request_records_dropped: requests.droppedEver,
          penstock_websocket_connections: connections.size,
          penstock_process_resident_bytes: process.memoryUsage.rss(),
        }),
    }),
    answers: {
      connection: async (order) => carryOut(connections, order),
      diagnose: async (asked) => {
        const call = failedCalls.find(asked.id)
        return call === null ? null : diagnose(call, asked, new AbortController().signal)
      },
    },
    async close() {
      sockets.drain()
      await Promise.all([
        synchronizer.stop(),
        connections.close(options.graceMs),
        ...listeners.map((listener) => listener.close(options.graceMs)),
      ])
      await letGo()
      // Before the last port is free, for whoever waits for the ports to start the next gateway here.
      unlock()
    },
  }
}

function stackOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.stack : undefined
}
