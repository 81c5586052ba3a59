import { readFile } from 'node:fs/promises'
import { AppError, catalog, errorPagesPath } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'
import { escapeHtml, markdownToHtml } from './markdown.ts'

const pages = new URL('../../../../docs/errors/', import.meta.url)

/** `type` of every problem document leads here: what happened, and what to do. */
export function registerErrorPages(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>(
    `${errorPagesPath}/:code`,
    { config: { access: 'public' } },
    async (request, reply) => {
      const { code } = request.params
      // The catalog is the list of what may be read: no path is ever made of what the caller wrote.
      if (!Object.hasOwn(catalog, code))
        throw new AppError('NOT_FOUND', { params: { what: 'error of this name' } })
      const text = await readFile(new URL(`${code}.md`, pages), 'utf8')
      return reply.type('text/html; charset=utf-8').send(page(code, markdownToHtml(text)))
    },
  )
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Penstock</title>
<style>
  body { font: 15px/1.6 Inter, system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
  blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 3px solid currentColor; }
  code, pre { font: 13px/1.5 ui-monospace, monospace; } pre { overflow-x: auto; }
</style>
<main>
${body}
</main>
</html>
`
}
