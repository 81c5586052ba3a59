import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Bus, createListeners } from './bus.ts'

const channel = 'penstock'
/** PostgreSQL refuses a payload of 8000 bytes; the rest is for the envelope and for escapes. */
const chunkChars = 1800
/** Tells the others that they missed something of ours. */
const gapTopic = 'gap'

interface Packet {
  readonly from: string
  readonly topic: string
  readonly message: number
  readonly part: number
  readonly parts: number
  readonly text: string
}

export interface PostgresBusOptions {
  /** How often the connection is asked whether it lives: a peer that vanished says nothing. */
  readonly heartbeatMs?: number
  /** How long an answer may take. */
  readonly patienceMs?: number
}

/**
 * LISTEN/NOTIFY on a connection of its own: several servers on one PostgreSQL hear of each other's changes. Messages
 * longer than a notification travel in parts.
 */
export async function createPostgresBus(
  url: string,
  log: (message: string) => void,
  { heartbeatMs = 15_000, patienceMs = 10_000 }: PostgresBusOptions = {},
): Promise<Bus> {
  const self = randomUUID()
  const { deliver, gap, on, onGap } = createListeners()
  /** Sender → the long message that it is sending: each sends one after another. */
  const partial = new Map<string, { readonly message: number; readonly texts: Map<number, string> }>()
  const stop = new AbortController()
  let sent = 0
  /** Whether a message of ours did not leave, of which the others were not told. */
  let owesGap = false
  /** The one connection that listens; null while there is none. */
  let client: pg.Client | null = null
  let sending: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    })
    fresh.on('error', (error) => log(`the connection for live updates broke: ${error.message}`))
    fresh.on('notification', ({ payload }) => {
      if (client === fresh) receive(payload ?? '')
    })
    fresh.on('end', () => lost(fresh))
    client = fresh
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
    } catch (error) {
      abandon(fresh)
      throw error
    }
    // It ended in the meantime: whoever noticed left the rest to us.
    if (client !== fresh) throw new Error('the connection ended')
  }

  /** From now on nothing of this connection counts, whenever it ends. */
  function abandon(old: pg.Client) {
    if (client === old) client = null
    old
      .end()
      .catch((error: unknown) => log(`the connection for live updates did not close: ${String(error)}`))
  }

  let connecting = true
  function lost(old: pg.Client) {
    if (client !== old) return
    client = null
    if (!connecting) void reconnect()
  }

  async function reconnect() {
    connecting = true
    while (!stop.signal.aborted) {
      try {
        await connect()
        partial.clear()
        connecting = false
        gap()
        tellGap()
        return
      } catch (error) {
        log(`live updates between servers are down: ${String(error)}`)
        await delay(1000, undefined, { signal: stop.signal }).catch(() => {})
      }
    }
  }

  async function beat() {
    const asked = client
    if (connecting || !asked) return
    try {
      await asked.query('select 1')
      tellGap()
    } catch (error) {
      if (client !== asked || connecting || stop.signal.aborted) return
      log(`the connection for live updates does not answer: ${String(error)}`)
      abandon(asked)
      void reconnect()
    }
  }

  function receive(payload: string) {
    try {
      const packet = JSON.parse(payload) as Packet
      if (packet.from === self) return
      const text = wholeOf(packet)
      if (text === null) return
      if (packet.topic === gapTopic) gap()
      else deliver(packet.topic, JSON.parse(text), false)
    } catch (error) {
      log(`a live update of another server was not understood: ${String(error)}`)
    }
  }

  function wholeOf({ from, message, part, parts, text }: Packet): string | null {
    if (parts === 1) return text
    const known = partial.get(from)
    const { texts } = known?.message === message ? known : { texts: new Map<number, string>() }
    partial.set(from, { message, texts: texts.set(part, text) })
    if (texts.size < parts) return null
    partial.delete(from)
    return Array.from({ length: parts }, (_, index) => texts.get(index)!).join('')
  }

  async function notify(topic: string, payload: unknown) {
    const text = JSON.stringify(payload)
    const parts = Math.max(1, Math.ceil(text.length / chunkChars))
    const message = ++sent
    for (let part = 0; part < parts; part++) {
      const piece = text.slice(part * chunkChars, (part + 1) * chunkChars)
      const packet: Packet = { from: self, topic, message, part, parts, text: piece }
      if (!client || connecting) throw new Error('there is no connection')
      await client.query('select pg_notify($1, $2)', [channel, JSON.stringify(packet)])
    }
  }

  function send(topic: string, payload: unknown) {
    sending = sending
      .then(() => notify(topic, payload))
      .catch((error: unknown) => {
        owesGap = true
        log(`a live update did not reach the other servers: ${String(error)}`)
      })
  }

  function tellGap() {
    if (!owesGap) return
    owesGap = false
    send(gapTopic, null)
  }

  await connect()
  connecting = false
  let beats = false
  const timer = setInterval(() => {
    if (beats) return
    beats = true
    // After what is being sent: a connection runs one statement at a time.
    sending = sending.then(beat).finally(() => {
      beats = false
    })
  }, heartbeatMs).unref()

  return {
    on,
    onGap,
    async sendWith(tx, topic, payload) {
      const packet: Packet = {
        from: self,
        topic,
        message: ++sent,
        part: 0,
        parts: 1,
        text: JSON.stringify(payload),
      }
      await tx.$executeRaw`select pg_notify(${channel}, ${JSON.stringify(packet)})`
    },
    send(topic, payload) {
      deliver(topic, payload, true)
      send(topic, payload)
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      clearInterval(timer)
      await sending
      connecting = true
      await client?.end()
    },
  }
}
