import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AppError } from '@penstock/errors'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Core } from '../core.ts'
import { callStage } from '../http/call-stage.ts'
import type { Shell } from '../http/shell.ts'
import { slugSchema, stageNameSchema } from '../procedures/names.ts'
import { stageAddress } from '../presenters/stage-address.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { callSchema } from './call.schema.ts'
import { openPortal } from './open-portal.ts'
import { portalContent } from './portal-index.ts'
import { portalOperation, portalSchema } from './portal-operation.ts'
import { originOf } from '../http/origin.ts'
import { atomFeed } from './atom-feed.ts'
import { createChangelog } from './changelog.ts'
import type { PortalChangelog, PortalIndex } from './portal-view.ts'

const access = { config: { access: 'portal' } } as const
const ofPortal = z.object({ slug: slugSchema })
const ofPart = ofPortal.extend({ name: z.string().max(500) })
const atStage = z.object({ stage: stageNameSchema.optional() })

/** Calls that one address may send through try-it in five minutes. */
const callLimit = 300

/**
 * The portals: a page for people at `/portal/<slug>`, its data at `/portal-data/<slug>`, and calls to the deployed stage
 * through here, so that no browser stands in their way. The API's visibility decides who gets any of it.
 */
export async function registerPortal(
  app: FastifyInstance,
  core: Core,
  shell: Shell,
  root: string,
): Promise<void> {
  const open = (request: FastifyRequest) => {
    const { slug } = parseInput(ofPortal, request.params)
    return openPortal(core, request.actor, slug, parseInput(atStage, request.query).stage)
  }
  const part = (request: FastifyRequest) => parseInput(ofPart, request.params).name
  const changelog = createChangelog(core)

  app.get('/portal-data/:slug', access, async (request, reply) => {
    const { slug, stage, stages, deployment, definition } = await open(request)
    const index: PortalIndex = {
      slug,
      stage,
      stages,
      deployment: deployment.version,
      deployedAt: deployment.createdAt.toISOString(),
      url: stageAddress({ core, shell }, slug, stage).url,
      ...portalContent(definition),
    }
    return fresh(reply).send(index)
  })
  app.get('/portal-data/:slug/operations/:name', access, async (request, reply) => {
    const { definition } = await open(request)
    const operation = portalOperation(definition, part(request))
    if (!operation) throw new AppError('NOT_FOUND', { params: { what: 'operation' } })
    return fresh(reply).send(operation)
  })
  app.get('/portal-data/:slug/schemas/:name', access, async (request, reply) => {
    const { definition } = await open(request)
    const schema = portalSchema(definition, part(request))
    if (schema === undefined) throw new AppError('NOT_FOUND', { params: { what: 'schema' } })
    return fresh(reply).send(JSON.stringify(schema))
  })
  app.get('/portal-data/:slug/changelog', access, async (request, reply) => {
    const { apiId, slug, stage } = await open(request)
    const answer: PortalChangelog = {
      stage,
      feed: feedPath(slug, parseInput(atStage, request.query).stage),
      releases: await changelog.releases(apiId, stage),
    }
    return fresh(reply).send(answer)
  })
  app.get('/portal/:slug/changelog.atom', access, async (request, reply) => {
    const { apiId, slug, stage, deployment, definition } = await open(request)
    const asked = parseInput(atStage, request.query).stage
    const origin = originOf(shell, request)
    const feed = atomFeed({
      key: `${apiId} ${stage}`,
      title: portalContent(definition).title || slug,
      self: origin + feedPath(slug, asked),
      page: origin + pagePath(slug, asked),
      since: deployment.createdAt.toISOString(),
      releases: await changelog.releases(apiId, stage),
    })
    return reply.type('application/atom+xml; charset=utf-8').header('cache-control', 'no-cache').send(feed)
  })
  app.post('/portal-data/:slug/calls', { ...access, bodyLimit: 10 * 1024 * 1024 }, async (request, reply) => {
    const { slug } = parseInput(ofPortal, request.params)
    const call = parseInput(callSchema, request.body)
    // Only stages that the portal shows: never a preview of what is not deployed.
    const { stage } = await openPortal(core, request.actor, slug, call.stage)
    shell.attempts.take(`portal-call ${request.ip}`, callLimit)
    return fresh(reply).send(await callStage({ core, shell }, { ...call, slug, stage }))
  })
  await registerPages(app, root)
}

function feedPath(slug: string, stage: string | undefined): string {
  return `/portal/${slug}/changelog.atom${stage === undefined ? '' : `?stage=${encodeURIComponent(stage)}`}`
}

function pagePath(slug: string, stage: string | undefined): string {
  return `/portal/${slug}/changelog${stage === undefined ? '' : `?stage=${encodeURIComponent(stage)}`}`
}

/** Deployments change what these say, so that nothing is kept without asking. */
function fresh(reply: FastifyReply): FastifyReply {
  return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache')
}

async function registerPages(app: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(`${root}index.html`)
  if (built)
    await app.register(async (scope) => {
      scope.addHook('onRoute', (route) => void (route.config = { ...route.config, access: 'public' }))
      await scope.register(fastifyStatic, {
        root: `${root}assets`,
        prefix: '/portal-assets/',
        decorateReply: false,
        wildcard: false,
        index: false,
        cacheControl: false,
        setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
      })
    })
  // The page is the same for every API and says nothing of any: its data decides.
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!built)
      throw new AppError('NOT_FOUND', { params: { what: 'portal: it has not been built (npm run build)' } })
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(withFeed(await readFile(`${root}index.html`, 'utf8'), request))
  }
  app.get('/portal/:slug', access, page)
  app.get('/portal/:slug/*', access, page)
}

/** Names the feed, so that feed readers find it: of whatever portal is asked for, whether or not there is one. */
function withFeed(html: string, request: FastifyRequest): string {
  const asked = ofPortal.safeParse(request.params)
  if (!asked.success) return html
  const { slug } = asked.data
  const link = `<link rel="alternate" type="application/atom+xml" title="Changelog" href="${feedPath(slug, undefined)}" />`
  return html.replace('</head>', `${link}</head>`)
}
