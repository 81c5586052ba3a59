import type { FastifyReply, FastifyRequest } from 'fastify'

/** A client that goes on sending for longer than this after its answer is cut off. */
const patienceMs = 30_000

/**
 * Lets a client that is still sending finish, and throws away what it sends. Closing the connection under it, which the
 * framework does after a body that is too large, would reset it before it could read why it was refused.
 */
export function drain({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return
  reply.removeHeader('connection')
  raw.resume()
  const timer = setTimeout(() => raw.socket.destroy(), patienceMs).unref()
  raw.once('close', () => clearTimeout(timer))
}
