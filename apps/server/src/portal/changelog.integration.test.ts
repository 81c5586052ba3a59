import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const responses = { 200: { description: 'OK' } }
const integration = (uri: string) => ({
  'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri },
})

/** `GET /pets` behind this address, and what else there shall be. */
function pets(uri: string, more: Record<string, unknown> = {}, summary = 'List pets') {
  return {
    openapi: '3.0.1',
    info: { title: 'Pets & <friends>', version: '1.0.0' },
    paths: { '/pets': { get: { summary, responses, ...integration(uri) }, ...more } },
  }
}

async function deploy(slug: string, description: unknown) {
  const mode = (await server.core.db.api.count({ where: { slug } })) === 0 ? 'create' : 'overwrite'
  const imported = await server.call('POST', `/api/v1/apis?slug=${slug}&mode=${mode}`, description)
  expect(imported.status, imported.text).toBeLessThan(300)
  const { status } = await server.call('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  expect(status).toBe(200)
}

const show = (slug: string, visibility: string) =>
  server.call('POST', '/trpc/portal.update', { slug, visibility })
const log = (slug: string, as?: string | null) =>
  server.call('GET', `/portal-data/${slug}/changelog`, undefined, as)
const feed = (slug: string, as?: string | null) =>
  server.call('GET', `/portal/${slug}/changelog.atom`, undefined, as)

interface AtomEntry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly link: { readonly href: string }
  readonly category?: { readonly term: string }
  readonly content: { readonly '#text': string; readonly type: string }
}
interface Atom {
  readonly feed: {
    readonly xmlns: string
    readonly id: string
    readonly title: string
    readonly updated: string
    readonly author: { readonly name: string }
    readonly link: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
    readonly entry: readonly AtomEntry[]
  }
}

function parse(text: string): Atom {
  expect(XMLValidator.validate(text)).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    isArray: (name) => name === 'entry',
    htmlEntities: true,
  })
  return parser.parse(text) as Atom
}

test('callers read what changed for them, breaking first, and nothing of how it is made', async () => {
  await deploy('pets', pets('https://one.internal.example/pets'))
  await deploy(
    'pets',
    pets('https://one.internal.example/pets', { post: { summary: 'Add a pet', responses } }),
  )
  // Only elsewhere: nobody outside is told where requests go.
  await deploy(
    'pets',
    pets('https://two.internal.example/pets', { post: { summary: 'Add a pet', responses } }),
  )
  await deploy('pets', pets('https://two.internal.example/pets', { put: { responses } }, 'List every pet'))
  await show('pets', 'public')
  const { status, json, text } = await log('pets', null)
  expect(status).toBe(200)
  expect(text).not.toContain('internal.example')
  expect(json).toMatchObject({ stage: 'prod', feed: '/portal/pets/changelog.atom' })
  const releases = json['releases'] as { version: number; changes: { title: string; verdict: string }[] }[]
  expect(releases.map(({ version }) => version)).toEqual([4, 2, 1])
  expect(releases[0]).toMatchObject({
    changes: [
      { title: 'Remove POST /pets', verdict: 'breaking', action: 'removed' },
      { title: 'Add PUT /pets', verdict: 'safe' },
    ],
    documentation: [{ verdict: 'documentation' }],
  })
  expect(releases[2]).toMatchObject({ changes: [], documentation: [] })
})

test('the feed is Atom: parsed, absolute, escaped, with ids that stay', async () => {
  const { headers, text } = await feed('pets', null)
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(text).not.toContain('internal.example')
  const { feed: atom } = parse(text)
  expect(atom).toMatchObject({
    xmlns: 'http://www.w3.org/2005/Atom',
    title: 'Pets & <friends>: changelog',
    author: { name: 'Pets & <friends>' },
    link: [
      {
        rel: 'self',
        type: 'application/atom+xml',
        href: expect.stringMatching(/^http:\/\/.*\/changelog\.atom$/),
      },
      {
        rel: 'alternate',
        type: 'text/html',
        href: expect.stringMatching(/^http:\/\/.*\/portal\/pets\/changelog$/),
      },
    ],
  })
  const ids = [atom.id, ...atom.entry.map(({ id }) => id)]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  const [latest] = atom.entry
  expect(atom.entry.map(({ title }) => title)).toEqual([
    'v4: 2 changes, 1 breaking',
    'v2: 1 change',
    'v1: first version',
  ])
  expect(latest!.updated).toBe(atom.updated)
  expect(latest).toMatchObject({ category: { term: 'breaking' }, content: { type: 'html' } })
  expect(latest!.content['#text']).toContain('<h3>Breaking</h3><ul><li><strong>Remove POST /pets</strong>')
  expect(latest!.link.href).toMatch(/\/portal\/pets\/changelog#v4$/)
  expect(parse((await feed('pets', null)).text).feed.entry.map(({ id }) => id)).toEqual(ids.slice(1))
})

test('the changelog is there for whom the portal is, as page, data and feed', async () => {
  await deploy('hidden', pets('https://one.example/'))
  for (const ask of [log, feed]) expect(await ask('hidden')).toMatchObject({ status: 404 })
  await show('hidden', 'signed-in')
  for (const ask of [log, feed]) {
    expect(await ask('hidden', null)).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED' } })
    expect((await ask('hidden')).status).toBe(200)
  }
})

test('a rollback says what it went back to, and one that was undone is told once, as no change', async () => {
  const uri = 'https://one.example/'
  await deploy('back', pets(uri))
  await deploy('back', pets(uri, { post: { summary: 'Add a pet', responses } }))
  await show('back', 'public')
  const rollBackTo = async (version: number) => {
    const target = await server.core.db.deployment.findFirstOrThrow({
      where: { version, api: { slug: 'back' } },
    })
    const path = '/api/v1/apis/back/stages/prod/rollback'
    const { status, text } = await server.call('POST', path, { deployment: target.id })
    expect(status, text).toBe(200)
  }
  const told = async () => {
    const { json } = await log('back', null)
    const releases = json['releases'] as { version: number; changes: unknown[] }[]
    return releases.map(({ changes, ...release }) => ({ ...release, changes: changes.length }))
  }
  const titles = async () => parse((await feed('back', null)).text).feed.entry.map(({ title }) => title)

  await rollBackTo(1)
  expect(await told()).toMatchObject([
    { version: 3, backTo: 1, undid: null, changes: 1 },
    { version: 2, backTo: null, undid: null, changes: 1 },
    { version: 1, backTo: null, undid: null },
  ])
  expect((await titles())[0]).toBe('v3: back to v1, 1 change, 1 breaking')

  await rollBackTo(2)
  expect(await told()).toMatchObject([
    { version: 4, backTo: 2, undid: 3, changes: 0 },
    { version: 2, backTo: null, undid: null, changes: 1 },
    { version: 1 },
  ])
  expect(await titles()).toEqual(['v4: the rollback v3 undone', 'v2: 1 change', 'v1: first version'])
})
