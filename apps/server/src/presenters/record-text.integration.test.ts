import type { ApiRecord, RecordKind } from '@penstock/model'
import { expect, test } from 'vitest'
import { ada, makePets, pets } from '../commands/core.fixture.ts'
import { createApi } from '../commands/create-api.ts'
import { deploy } from '../commands/deploy.ts'
import { saveRecords } from '../commands/save-records.ts'
import type { Core } from '../core.ts'
import { testApp } from '../http/app.fixture.ts'
import { findStage } from '../store/stages.ts'
import { presentRecordBetween } from './record-text.ts'

/** A record as prod serves it and as the draft has it. */
async function textOf(core: Core, { slug, stage, record }: { slug: string; stage: string; record: string }) {
  const { apiId, definition } = await core.drafts.open(slug)
  const root = (await findStage(core.db, apiId, stage))?.deployment?.snapshotRoot
  return presentRecordBetween(core, root, definition, record)
}

test('a review shows that the environment of a function is there, and not what it is', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: ada })
  await server.call('PUT', '/api/v1/apis/pets/stages/prod', {})
  const code = 'exports.handler = async () => 1'
  await server.call('PUT', '/api/v1/apis/pets/functions/f', { code, environment: { KEY: 'hunter2' } })
  const { definition } = await core.drafts.open('pets')
  const record = [...definition.values()].find(({ kind }) => kind === 'function')!.id
  const { after } = await textOf(core, { slug: 'pets', stage: 'prod', record })
  expect(after).toMatch(/KEY: .*••••/)
  expect(after).not.toContain('hunter2')
})
/** Routes are of WebSocket APIs, which have none of the rest. */
type DescribedKind = Exclude<RecordKind, 'route'>

test('a review shows records of every kind as text, also those that no description has', async () => {
  await using server = await testApp()
  const core = { ...server.core, actor: ada }
  await makePets(core)
  const said: Record<DescribedKind, [ApiRecord, string]> = {
    api: [{ kind: 'api', id: 'api_pets', name: 'Pets' }, 'name: Pets'],
    resource: [pets.resource, 'pathPart: pets'],
    method: [pets.method, 'integration: Mock'],
    integration: [
      { kind: 'integration', id: 'int_fn', name: 'Hello', type: 'http_proxy', upstream: 'ups_pets' },
      'upstream: pets',
    ],
    upstream: [
      { kind: 'upstream', id: 'ups_pets', name: 'pets', url: 'https://pets.example' },
      'url: https://pets.example',
    ],
    authorizer: [
      { kind: 'authorizer', id: 'aut_key', name: 'key', settings: { type: 'token' } },
      'type: token',
    ],
    validator: [
      {
        kind: 'validator',
        id: 'val_all',
        name: 'all',
        validateRequestBody: true,
        validateRequestParameters: false,
      },
      'validateRequestBody: true',
    ],
    model: [
      { kind: 'model', id: 'mod_pet', name: 'Pet', schema: { type: 'object', title: 'A pet' } },
      'title: A pet',
    ],
    component: [
      {
        kind: 'component',
        id: 'cmp_limit',
        section: 'parameters',
        name: 'limit',
        value: { in: 'query', name: 'limit' },
      },
      'in: query',
    ],
    gatewayResponse: [
      { kind: 'gatewayResponse', id: 'gwr_slow', responseType: 'THROTTLED', statusCode: '503' },
      "statusCode: '503'",
    ],
    function: [
      {
        kind: 'function',
        id: 'fun_hello',
        name: 'hello',
        code: 'exports.handler = async () => {\n  return 1\n}\n',
      },
      'code: |\n  exports.handler = async () => {\n    return 1\n  }',
    ],
    documentation: [
      {
        kind: 'documentation',
        id: 'doc_api',
        location: { type: 'API' },
        properties: { description: 'All pets' },
      },
      'description: All pets',
    ],
    example: [
      {
        kind: 'example',
        id: 'exa_all',
        name: 'All of them',
        method: pets.method.id,
        expect: { status: 200 },
      },
      'name: All of them',
    ],
    opaque: [{ kind: 'opaque', id: 'opq_x', pointer: '/x-team', value: 'pets' }, 'value: pets'],
  }
  const { definition } = await core.drafts.open('pets')
  const records = Object.values(said).map(([record]) => record)
  const added = records.filter(({ id }) => !definition.has(id))
  await saveRecords(core, { slug: 'pets', changeId: 'x', added, updated: [], removed: [] })
  const asked = { slug: 'pets', stage: 'prod' }
  for (const [record, text] of Object.values(said)) {
    const { before, after } = await textOf(core, { ...asked, record: record.id })
    expect(before, record.kind).toBeNull()
    expect(after, record.kind).toContain(text)
  }
  const { revisions } = await core.drafts.open('pets')
  await deploy(core, asked)
  const removed = added.map(({ id }) => ({ id, revision: revisions.get(id)! }))
  await saveRecords(core, { slug: 'pets', changeId: 'y', added: [], updated: [], removed })
  for (const { id, kind } of added) {
    const { before, after } = await textOf(core, { ...asked, record: id })
    expect(before, kind).toContain(said[kind as DescribedKind][1])
    expect(after, kind).toBeNull()
  }
})

test('a review shows the routes of a WebSocket API as text', async () => {
  await using server = await testApp()
  const core = { ...server.core, actor: ada }
  const { slug } = await createApi(core, { name: 'Chat', type: 'WEBSOCKET' })
  const route: ApiRecord = { kind: 'route', id: 'rou_say', routeKey: 'say' }
  await saveRecords(core, { slug, changeId: 'x', added: [route], updated: [], removed: [] })
  await server.call('PUT', `/api/v1/apis/${slug}/stages/prod`, {})
  const { before, after } = await textOf(core, { slug, stage: 'prod', record: route.id })
  expect(before).toBeNull()
  expect(after).toContain('routeKey: say')
})
