import { pipeline, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const smallest = 1400
const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:jsonl?|problem\+json|yaml|javascript)|image\/svg)/

/**
 * Compresses large answers on the way out, with fast settings and on another thread: GitHub's draft (8 MB) shrinks to
 * a twelfth. A browser on this very machine gets them as they are: the loopback is faster than any compressor.
 */
export function registerCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const encoding = encodingFor(request)
    if (!encoding || reply.hasHeader('content-encoding')) return payload
    const content = payload instanceof Response ? await unpack(payload, reply) : payload
    const source = sourceOf(content, String(reply.getHeader('content-type') ?? ''))
    if (!source) return content
    reply.header('content-encoding', encoding)
    reply.header('vary', 'accept-encoding')
    reply.removeHeader('content-length')
    const compressor =
      encoding === 'br'
        ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : createGzip({ level: 4 })
    return pipeline(source, compressor, (error) => {
      if (error) request.log.info({ err: error }, 'an answer was broken off')
    })
  })
}

/** tRPC's answers come as fetch responses. A stream of events stays one; anything else is a buffer. */
async function unpack(response: Response, reply: FastifyReply): Promise<Response | Buffer> {
  if (!compressible.test(response.headers.get('content-type') ?? '')) return response
  reply.code(response.status)
  for (const [name, value] of response.headers) reply.header(name, value)
  return Buffer.from(await response.arrayBuffer())
}

function sourceOf(content: unknown, contentType: string): Readable | undefined {
  if (!compressible.test(contentType)) return undefined
  if (content instanceof Readable) return content
  if ((typeof content === 'string' || Buffer.isBuffer(content)) && content.length >= smallest)
    return Readable.from([content])
  return undefined
}

function encodingFor(request: FastifyRequest): 'br' | 'gzip' | undefined {
  const direct = request.headers['x-forwarded-for'] === undefined && request.headers.via === undefined
  if (direct && isLoopback(request.socket.remoteAddress)) return undefined
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '')
}
