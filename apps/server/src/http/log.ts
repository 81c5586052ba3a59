import type { FastifyBaseLogger } from 'fastify'
import { destination, type LoggerOptions, pino } from 'pino'

/**
 * One JSON line for each failure and each change of state, on standard error: standard output is for what a command
 * answers. What could hold a secret (headers, queries, bodies) is never written, and what somebody adds later under a
 * telling name is struck out.
 */
export function createLog(level: string): FastifyBaseLogger {
  const options: LoggerOptions = {
    level,
    redact: {
      paths: [
        ...['password', 'token', 'secret', 'authorization', 'cookie', 'databaseUrl'].flatMap((name) => [
          name,
          `*.${name}`,
        ]),
        'req.headers',
      ],
      censor: '[redacted]',
    },
    serializers: {
      req: ({ id, method, url, ip }: { id: string; method: string; url: string; ip: string }) => ({
        id,
        method,
        path: url.split('?', 1)[0],
        ip,
      }),
    },
  }
  return pino(options, destination(2))
}
