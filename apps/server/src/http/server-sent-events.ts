import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

const pingMs = 15_000

/** A stream of events that is open until either side ends it; a comment every 15 s tells a silent one from a dead one. */
export function serverSentEvents(
  reply: FastifyReply,
  name: string,
  values: AsyncIterable<unknown>,
  signal: AbortSignal,
): FastifyReply {
  const stream = new Readable({ read() {} })
  const ping = setInterval(() => stream.push(': ping\n\n'), pingMs)
  const end = () => {
    clearInterval(ping)
    stream.push(null)
  }
  const pump = async () => {
    for await (const value of values) {
      if (signal.aborted) break
      stream.push(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`)
    }
  }
  pump()
    .catch((error: unknown) => reply.log.error({ err: error }, 'a stream of events failed'))
    .finally(end)
  signal.addEventListener('abort', end, { once: true })
  return reply
    .type('text/event-stream')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(stream)
}
