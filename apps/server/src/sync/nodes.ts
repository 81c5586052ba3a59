import { type Ack, usualHeadBytes } from '@penstock/bundle'
import type { Bus } from '../live/bus.ts'
import type { WantedStage } from './desired-state.ts'

/** A gateway node as the control plane knows it. */
export interface NodeStatus {
  readonly node: string
  readonly url: string
  readonly connected: boolean
  /** The desired state that it acknowledged last. */
  readonly revision: number
  /** Stages that it serves. */
  readonly stages: number
  /** Octets of a request line and headers that it takes at most. */
  readonly headBytes: number
  readonly problems: readonly { readonly api: string; readonly stage: string; readonly message: string }[]
}

export interface StageStatus {
  /** Connected nodes that serve what the stage points at, and all connected ones. */
  readonly nodes: { readonly serving: number; readonly total: number }
  /** Why one of them does not, in words. */
  readonly problem: string | null
}

export interface Nodes {
  /** A stream was opened by this node; answers what to call when it closes. */
  connected(node: string): () => void
  acknowledge(ack: Ack): void
  list(): NodeStatus[]
  /** How far the connected nodes are with a stage; `wanted` is undefined when nothing is deployed to it. */
  status(
    slug: string,
    stage: string,
    wanted: WantedStage | undefined,
  ): StageStatus & { readonly settled: boolean }
  onChange(receive: () => void): () => void
  stop(): void
}

interface Node {
  streams: number
  ack: Ack | null
  /** When another server last spoke of it; null for a node that is connected to this one. */
  heardAt: number | null
}

/** Whether a node serves what is wanted of a stage, and beside it the canary that is wanted, or none. */
function isServed(held: Ack['stages'][number] | undefined, wanted: WantedStage | undefined): boolean {
  if (held?.bundle !== wanted?.state.bundle) return false
  const canary = wanted?.state.canary
  // One that can't be named now is served as it was, where it was.
  if (canary?.bundle === null) return true
  return (held?.canary?.bundle ?? null) === (canary?.bundle ?? null)
}

interface Report {
  readonly node: string
  readonly connected: boolean
  readonly ack: Ack | null
}

const reportEveryMs = 10_000
const forgetAfterMs = 3 * reportEveryMs

/**
 * The gateway nodes of the installation. Each server reports those that are connected to it to the others, and a node
 * that nobody reports any more is taken for disconnected.
 */
export function createNodes(bus: Bus, now: () => number): Nodes {
  const nodes = new Map<string, Node>()
  const receivers = new Set<() => void>()
  const changed = () => {
    for (const receive of receivers) receive()
  }
  const known = (name: string): Node => {
    const node = nodes.get(name) ?? { streams: 0, ack: null, heardAt: null }
    nodes.set(name, node)
    return node
  }
  const report = (name: string) => {
    const { streams, ack } = known(name)
    bus.send('node', { node: name, connected: streams > 0, ack } satisfies Report)
  }
  const isConnected = ({ streams, heardAt }: Node) =>
    streams > 0 || (heardAt !== null && now() - heardAt < forgetAfterMs)

  bus.on('node', (payload, local) => {
    if (local) return
    const { node: name, connected, ack } = payload as Report
    const node = known(name)
    if (node.streams > 0) return
    node.heardAt = connected ? now() : null
    node.ack = ack ?? node.ack
    changed()
  })
  const timer = setInterval(() => {
    for (const [name, { streams }] of nodes) if (streams > 0) report(name)
  }, reportEveryMs)
  timer.unref()

  return {
    connected(name) {
      const node = known(name)
      node.streams++
      node.heardAt = null
      report(name)
      changed()
      return () => {
        node.streams--
        report(name)
        changed()
      }
    },
    acknowledge(ack) {
      known(ack.node).ack = ack
      report(ack.node)
      changed()
    },
    list: () =>
      [...nodes].map(([name, node]) => ({
        node: name,
        url: node.ack?.url ?? '',
        connected: isConnected(node),
        revision: node.ack?.revision ?? 0,
        headBytes: node.ack?.headBytes ?? usualHeadBytes,
        stages: node.ack?.stages.filter(({ bundle }) => bundle !== null).length ?? 0,
        problems: (node.ack?.stages ?? []).flatMap(({ api, stage, error: own, canary }) => {
          const error = own ?? canary?.error
          return error ? [{ api, stage, message: error.message }] : []
        }),
      })),
    status(slug, stage, wanted) {
      const status = { serving: 0, total: 0, answered: 0, problem: null as string | null }
      for (const node of nodes.values()) {
        if (!isConnected(node)) continue
        status.total++
        const held = node.ack?.stages.find((entry) => entry.api === slug && entry.stage === stage)
        // Another server counts its revisions by itself, so of its nodes only the bundle can be compared.
        const current =
          node.streams === 0 || (wanted !== undefined && (node.ack?.revision ?? 0) >= wanted.since)
        const error = held?.error ?? held?.canary?.error
        if (current && error) status.problem ??= error.message
        if (current && wanted && isServed(held, wanted)) status.serving++
        if (current && (error || isServed(held, wanted))) status.answered++
      }
      const { serving, total, answered, problem } = status
      return { nodes: { serving, total }, problem, settled: answered === total }
    },
    onChange(receive) {
      receivers.add(receive)
      return () => void receivers.delete(receive)
    },
    stop: () => clearInterval(timer),
  }
}
