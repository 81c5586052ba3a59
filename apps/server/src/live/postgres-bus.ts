import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Bus, createListeners } from './bus.ts'

const channel = 'penstock'
/** PostgreSQL refuses a payload of 8000 bytes; the rest is for the envelope and for escapes. */
const chunkChars = 1800

interface Packet {
  readonly from: string
  readonly topic: string
  readonly message: number
  readonly part: number
  readonly parts: number
  readonly text: string
}

/**
 * LISTEN/NOTIFY on a connection of its own: several servers on one PostgreSQL hear of each other's changes. Messages
 * longer than a notification travel in parts.
 */
export async function createPostgresBus(url: string, log: (message: string) => void): Promise<Bus> {
  const self = randomUUID()
  const { deliver, gap, on, onGap } = createListeners()
  const partial = new Map<string, string[]>()
  const stop = new AbortController()
  let sent = 0
  let client = await connect()
  let sending: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    fresh.on('error', (error) => log(`the connection for live updates broke: ${error.message}`))
    await fresh.connect()
    fresh.on('notification', ({ payload }) => receive(payload ?? ''))
    fresh.on('end', () => void reconnect())
    await fresh.query(`listen ${channel}`)
    return fresh
  }

  async function reconnect() {
    while (!stop.signal.aborted) {
      try {
        client = await connect()
        partial.clear()
        gap()
        return
      } catch (error) {
        log(`live updates between servers are down: ${String(error)}`)
        await delay(1000, undefined, { signal: stop.signal }).catch(() => {})
      }
    }
  }

  function receive(payload: string) {
    const packet = JSON.parse(payload) as Packet
    if (packet.from === self) return
    const key = `${packet.from} ${packet.message}`
    const parts = [...(partial.get(key) ?? []), packet.text]
    if (parts.length < packet.parts) return void partial.set(key, parts)
    partial.delete(key)
    deliver(packet.topic, JSON.parse(parts.join('')), false)
  }

  async function notify(topic: string, payload: unknown) {
    const text = JSON.stringify(payload)
    const parts = Math.max(1, Math.ceil(text.length / chunkChars))
    const message = ++sent
    for (let part = 0; part < parts; part++) {
      const piece = text.slice(part * chunkChars, (part + 1) * chunkChars)
      const packet: Packet = { from: self, topic, message, part, parts, text: piece }
      await client.query('select pg_notify($1, $2)', [channel, JSON.stringify(packet)])
    }
  }

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
      sending = sending
        .then(() => notify(topic, payload))
        .catch((error: unknown) => log(`a live update did not reach the other servers: ${String(error)}`))
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await sending
      await client.end()
    },
  }
}
