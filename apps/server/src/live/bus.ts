import type { Executor } from '../store/executor.ts'

/** Carries small messages to every server process of an installation, this one included. */
export interface Bus extends AsyncDisposable {
  send(topic: string, payload: unknown): void
  /**
   * Tells the other processes, if and when the transaction commits. At most 1800 characters of JSON; this process is not
   * told, since it only knows afterwards whether the transaction committed.
   */
  sendWith(tx: Executor, topic: string, payload: unknown): Promise<void>
  /** Answers a function that ends it. `local` tells whether this process sent the message. */
  on(topic: string, receive: (payload: unknown, local: boolean) => void): () => void
  /** Called when messages of other processes may have been missed. */
  onGap(receive: () => void): () => void
}

/** The part that both buses share: who listens to what in this process. */
export function createListeners() {
  const topics = new Map<string, Set<(payload: unknown, local: boolean) => void>>()
  const gaps = new Set<() => void>()
  const deliver = (topic: string, payload: unknown, local: boolean) => {
    for (const receive of topics.get(topic) ?? []) receive(payload, local)
  }
  const gap = () => {
    for (const receive of gaps) receive()
  }
  const on = (topic: string, receive: (payload: unknown, local: boolean) => void) => {
    const set = topics.get(topic) ?? new Set()
    topics.set(topic, set.add(receive))
    return () => void set.delete(receive)
  }
  const onGap = (receive: () => void) => {
    gaps.add(receive)
    return () => void gaps.delete(receive)
  }
  return { deliver, gap, on, onGap }
}

/** For one server process: the embedded database can have no other. */
export function createLocalBus(): Bus {
  const { deliver, on, onGap } = createListeners()
  return {
    send: (topic, payload) => deliver(topic, payload, true),
    async sendWith() {},
    on,
    onGap,
    async [Symbol.asyncDispose]() {},
  }
}
