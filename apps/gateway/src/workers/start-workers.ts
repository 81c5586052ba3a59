import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { nodeName } from '../node-name.ts'
import type { GatewayOptions } from '../options.ts'
import type { Gateway } from '../start-gateway.ts'
import { type AdminListener, listenAdmin } from '../telemetry/admin.ts'
import { within } from '../within.ts'
import { acceptAt, type AcceptingPort } from './accepted.ts'
import { labelMetrics } from './label-metrics.ts'
import type { Port, SeatLetter } from './messages.ts'
import type { Answers, Question, Questions, WorkerStatus } from './questions.ts'
import { Worker } from './worker.ts'

/** Pauses before a worker that died is started again: the first, and the longest. */
const pauses = { firstMs: 100, longestMs: 10_000 }
/** What a worker has beyond the time that requests have to end. */
const spareMs = 5_000
/** How long whoever asks how the gateway is waits for a worker. */
const answerMs = 2_000
/** Connections that wait while no worker serves; those beyond are refused. */
const waitingMax = 1024

/**
 * Starts a gateway of so many processes, each of which is a whole node with a directory of its own. This one accepts the
 * connections and hands them out in turn, starts a worker that died again, and answers on the admin port for all. The workers are
 * this program with the same arguments once more, which has to go on in `serveAsWorker` where `isWorker` holds. Throws PORT_IN_USE,
 * DATA_DIR_IN_USE and GATEWAY_NOT_STARTED.
 */
export async function startWorkers(options: GatewayOptions, count: number): Promise<Gateway> {
  const { log, host, graceMs } = options
  const workers = new Map<number, Worker>()
  const waiting: { readonly at: Port; readonly socket: Socket }[] = []
  const secret = randomBytes(32)
  const name = await nodeName(join(options.dataDirectory, 'gateway'))
  let isClosing = false
  let turn = 0

  const hand = (at: Port) => (socket: Socket) => {
    for (let tried = 0; tried < count; tried++) {
      turn = (turn % count) + 1
      const worker = workers.get(turn)
      if (worker?.isServing) return worker.hand(at, socket)
    }
    if (waiting.length < waitingMax) waiting.push({ at, socket })
    else socket.resetAndDestroy()
  }

  /** The first answer of the others that is one. */
  async function firstOf<Q extends Question>(
    number: number,
    question: Q,
    asked: Questions[Q]['asked'],
  ): Promise<Questions[Q]['answer'] | null> {
    const others = [...workers].filter(([other]) => other !== number)
    const answers = await Promise.all(others.map(([, { channel }]) => channel.ask(question, asked)))
    return answers.find((answer) => answer !== null) ?? null
  }

  function launch(number: number, ports: SeatLetter['ports'], pauseMs: number): Worker {
    const answers: Answers = {
      diagnose: (asked) => firstOf(number, 'diagnose', asked),
      connection: (order) => firstOf(number, 'connection', order),
    }
    const worker = new Worker(
      { number, name: number === 1 ? name : `${name}.${number}`, secret, ports },
      answers,
    )
    workers.set(number, worker)
    const startedAt = performance.now()
    void worker.ready.then(
      () => waiting.splice(0).forEach(({ at, socket }) => hand(at)(socket)),
      () => undefined,
    )
    void worker.ended.then((how) => {
      if (isClosing) return
      // One that served for a while may be started again at once.
      const pause = performance.now() - startedAt > pauses.longestMs ? pauses.firstMs : pauseMs
      log('error', `worker ${number} ended (${how}) and is started again`, { pauseMs: pause })
      setTimeout(() => {
        if (!isClosing) launch(number, ports, Math.min(pause * 2, pauses.longestMs))
      }, pause).unref()
    })
    return worker
  }

  async function status(): Promise<WorkerStatus> {
    const told = await Promise.all(
      [...workers].map(async ([number, { channel }]) => ({
        number,
        status: await within(channel.ask('status', null), answerMs, null),
      })),
    )
    const problems = told.map(({ number, status: one }) =>
      one === null ? `worker ${number} does not answer` : one.problem,
    )
    const said = new Set(problems.filter((problem) => problem !== null))
    return {
      isReady: told.every(({ status: one }) => one?.isReady === true),
      problem: said.size === 0 ? null : [...said].join('\n'),
      metrics: labelMetrics(
        new Map(told.flatMap(({ number, status: one }) => (one === null ? [] : [[number, one.metrics]]))),
      ),
    }
  }

  const accepting: AcceptingPort[] = []
  let admin: AdminListener | null = null
  async function close(): Promise<void> {
    isClosing = true
    for (const port of accepting) port.close()
    for (const { socket } of waiting.splice(0)) socket.resetAndDestroy()
    await Promise.all([...workers.values()].map((worker) => worker.close(graceMs + spareMs)))
    await admin?.close()
  }

  try {
    const accept = async (port: number, which: '' | '_TLS', at: Port) => {
      const accepted = await acceptAt({ host, port, which }, hand(at))
      accepting.push(accepted)
      return accepted.port
    }
    const ports = {
      http: await accept(options.port, '', 'http'),
      tls: options.tls && (await accept(options.tls.port, '_TLS', 'tls')),
    }
    admin = await listenAdmin({ ...options, status })
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    const started = numbers.map((number) => launch(number, ports, pauses.firstMs).ready)
    const [first] = await Promise.all(started)
    return { url: first!.url, adminUrl: admin.url, tlsPort: ports.tls, node: first!.node, close }
  } catch (error) {
    await close()
    throw error
  }
}
