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
  // The request's own way to end takes its socket along, and is there as well where there is no socket (`inject`).
  const timer = setTimeout(() => raw.destroy(), patienceMs).unref()
  raw.once('close', () => clearTimeout(timer))
}
