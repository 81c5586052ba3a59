import type { Socket } from 'node:net'
import { tellError, toAppError } from '@penstock/errors'
import type { GatewayOptions } from '../options.ts'
import { type GatewayNode, startNode } from '../start-gateway.ts'
import type { Intake } from '../wire/open-server.ts'
import { Channel } from './channel.ts'
import { type FromWorker, type Port, type SeatLetter, type ToWorker, workerVariable } from './messages.ts'
import { aborted } from '../aborted.ts'
import type { Answers } from './questions.ts'

export function isWorker(env: NodeJS.ProcessEnv): boolean {
  return env[workerVariable] !== undefined && process.send !== undefined
}

/**
 * Serves as one of the workers of a node, until the process that started this one says so, or is gone, or `signal` is aborted;
 * then drains. Whether it served: false where it could not start, which it has told.
 */
export async function serveAsWorker(options: GatewayOptions, signal: AbortSignal): Promise<boolean> {
  const tell = (message: object) => {
    if (process.connected) process.send?.(message)
  }
  const receivers = new Map<Port, (socket: Socket) => void>()
  const intake = (at: Port, port: number): Intake => ({
    port,
    take(receive) {
      receivers.set(at, receive)
      // One that comes after all belongs to nobody.
      return () => receivers.set(at, (socket) => socket.destroy())
    },
  })
  let node: GatewayNode | null = null
  const answers: Answers = {
    diagnose: async (asked) => (await node?.answers.diagnose?.(asked)) ?? null,
    connection: async (order) => (await node?.answers.connection?.(order)) ?? null,
    status: async () => node?.status() ?? null,
  }
  const others = new Channel(tell, answers)
  let sit: (seat: SeatLetter) => void = () => undefined
  const seated = new Promise<SeatLetter>((resolve) => {
    sit = resolve
  })
  const stop = new AbortController()
  const stopped = AbortSignal.any([signal, stop.signal])
  process.once('disconnect', () => {
    others.close()
    stop.abort()
  })
  process.on('message', (message: ToWorker | object, socket?: Socket) => {
    if (others.receive(message)) return
    if ('seat' in message) sit(message.seat)
    else if ('close' in message) stop.abort()
    // Absent: its client has gone meanwhile.
    else if ('connectionAt' in message && socket) receivers.get(message.connectionAt)?.(socket)
  })
  tell({ born: true } satisfies FromWorker)
  const { number, name, secret, ports } = await seated
  try {
    const intakes = {
      http: intake('http', ports.http),
      tls: ports.tls === null ? null : intake('tls', ports.tls),
    }
    node = await startNode(options, { number, name, secret, others, intakes })
  } catch (thrown) {
    tell({ failed: tellError(toAppError(thrown)) } satisfies FromWorker)
    return false
  }
  tell({ ready: { url: node.url, node: node.node } } satisfies FromWorker)
  await aborted(stopped)
  await node.close()
  return true
}
