import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '@penstock/errors'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

/** Folder that a browser app was built into. */
export function builtApp(name: 'console' | 'portal'): string {
  return fileURLToPath(new URL(`../../../${name}/dist/`, import.meta.url))
}

/** Paths that are never a page of the console: a wrong one is a problem document, not the console. */
const notPages = /^\/(?:api|trpc|gateway|docs|portal|portal-data|portal-assets|healthz|assets)(?:\/|$)/

/**
 * The built console at `/`. Its assets carry a hash in their names and are kept for ever; `index.html` is asked for
 * each time, so that an update is seen at the next visit. Every other path of a page is the console's own to show.
 */
export async function registerConsole(app: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(`${root}index.html`)
  if (built)
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => void (route.config = { ...route.config, access: 'public' }))
      await scope.register(fastifyStatic, {
        root,
        wildcard: false,
        index: false,
        preCompressed: true,
        cacheControl: false,
        setHeaders(reply, file) {
          const forEver = 'public, max-age=31536000, immutable'
          void reply.header('cache-control', file.includes('/assets/') ? forEver : 'no-cache')
        },
      })
    })
  const shell = async (request: FastifyRequest, reply: FastifyReply) => {
    if (built && request.method === 'GET' && !notPages.test(request.url.split('?', 1)[0]!))
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await readFile(`${root}index.html`))
    const what =
      built || request.url !== '/' ? 'page or call' : 'console: it has not been built (npm run build)'
    return sendProblem(new AppError('NOT_FOUND', { params: { what } }), request, reply)
  }
  app.get('/', { config: { access: 'public' } }, shell)
  app.setNotFoundHandler(shell)
}
