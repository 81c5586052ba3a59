import { afterAll, beforeAll, expect, test } from 'vitest'
import { account, bootstrap } from '../auth/account.fixture.ts'
import { createToken } from '../auth/api-tokens.ts'
import { deployRequest } from '../commands/deploy-requests/deploy-request.ts'
import { type TestApp, testApp } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const description = (summary: string) => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: { '/pets': { get: { summary, responses: { 200: { description: 'Pets' } } } } },
})

/** An API whose `prod` serves version 1, and whose draft has something else. */
async function staged(slug: string) {
  await server.call('POST', `/api/v1/apis?slug=${slug}&mode=create`, description('List'))
  await server.call('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, { createStage: true })
  await server.call('POST', `/api/v1/apis?slug=${slug}&mode=overwrite`, description('List all'))
  return { base: `/api/v1/apis/${slug}`, canary: `/api/v1/apis/${slug}/stages/prod/canary` }
}

async function member() {
  const { core } = server
  const person = await account(core, await bootstrap(core), 'member')
  return (await createToken(core, person, { name: 'cli', role: 'member' })).token
}

test('a canary over REST: deploy, look, change, promote', async () => {
  const { base, canary } = await staged('whole')
  expect((await server.call('GET', canary)).json).toMatchObject({ code: 'CANARY_NOT_FOUND' })
  const made = await server.call('POST', canary, {
    percentTraffic: 10,
    stageVariableOverrides: { backend: 'next.example.com' },
  })
  expect(made).toMatchObject({
    status: 200,
    json: { deployment: { kind: 'canary', version: 2, canary: true, live: false }, unchanged: false },
  })
  expect((await server.call('GET', canary)).json).toMatchObject({
    canarySettings: { version: 2, percentTraffic: 10, request: null, sticky: null, useStageCache: false },
    base: { version: 1, requests: 0, medianMs: null },
    canary: { version: 2, requests: 0 },
  })
  const deploymentId = (made.json['deployment'] as { id: string }).id
  const changed = await server.call('PATCH', canary, { deploymentId, percentTraffic: 50 })
  expect(changed).toMatchObject({
    status: 200,
    json: {
      canarySettings: { percentTraffic: 50, stageVariableOverrides: { backend: 'next.example.com' } },
    },
  })
  expect((await server.call('PATCH', canary, { percentTraffic: 101 })).status).toBe(400)
  const again = await server.call('POST', canary, { percentTraffic: 20 })
  expect(again.json).toMatchObject({ deployment: { version: 2 }, unchanged: true })
  const promoted = await server.call('POST', `${canary}/promote`, { deploymentId })
  expect(promoted.json).toMatchObject({ deployment: { kind: 'promote', version: 3, live: true } })
  expect((await server.call('GET', `${base}/stages`)).json).toMatchObject({
    stages: [{ version: 3, canarySettings: null, staged: { total: 0 } }, { name: 'preview' }],
  })
  const { json } = await server.call('GET', `${base}/stages/prod/deployments`)
  expect(json['deployments']).toMatchObject([{ kind: 'promote' }, { kind: 'canary' }, { kind: 'deploy' }])
})

test('a deployment with canarySettings is one too, and DELETE ends it', async () => {
  const { base, canary } = await staged('ended')
  const made = await server.call('POST', `${base}/stages/prod/deployments`, {
    canarySettings: { percentTraffic: 1, sticky: { by: 'header', name: 'x-user' } },
  })
  expect(made.json).toMatchObject({ deployment: { kind: 'canary' } })
  const refused = await server.call('POST', `${base}/stages/prod/deployments`, {})
  expect(refused).toMatchObject({ status: 409, json: { code: 'CANARY_PRESENT' } })
  const stale = await server.call('DELETE', `${canary}?deploymentId=another`)
  expect(stale).toMatchObject({ status: 409, json: { code: 'CANARY_STALE' } })
  expect((await server.call('DELETE', canary)).status).toBe(204)
  expect((await server.call('DELETE', canary)).status).toBe(404)
})

test('where others approve, a request is tried as it was approved, and promoting deploys it', async () => {
  const { base, canary } = await staged('guarded')
  await server.call('PUT', `${base}/stages/prod`, { requiredApprovals: 1 })
  const [ada, grace] = [await member(), await member()]
  const half = { percentTraffic: 50 }
  expect((await server.call('POST', canary, half, ada)).json).toMatchObject({ code: 'APPROVAL_REQUIRED' })

  const opened = await server.call('POST', `${base}/deploy-requests`, { stage: 'prod', title: 'Words' }, ada)
  const one = `${base}/deploy-requests/1`
  const early = await server.call('POST', `${one}/deploy`, { canarySettings: half }, ada)
  expect(early.json).toMatchObject({ code: 'DEPLOY_REQUEST_UNAPPROVED' })
  const vote = { verdict: 'approve', planHash: opened.json['planHash'] }
  await server.call('POST', `${one}/votes`, vote, grace)
  const tried = await server.call('POST', `${one}/deploy`, { canarySettings: half }, ada)
  expect(tried.json).toMatchObject({ state: 'approved', deployment: null })
  expect((await server.call('GET', canary)).json).toMatchObject({
    canarySettings: { version: 2, percentTraffic: 50, request: 1 },
  })

  const promoted = await server.call('POST', `${canary}/promote`, { description: 'It held' }, ada)
  expect(promoted.json).toMatchObject({
    deployment: { kind: 'promote', version: 3, request: 1, description: 'It held', approvedBy: [{}] },
  })
  expect((await server.call('GET', one, undefined, ada)).json).toMatchObject({
    state: 'deployed',
    deployment: { version: 3 },
  })
  const reverted = await server.call('POST', `${one}/revert`, {}, ada)
  expect(reverted.json).toMatchObject({ state: 'reverted', revert: { version: 4 } })
})

test('a canary of another content does not let a request past it, nor its own once that is closed', async () => {
  const { base, canary } = await staged('moved')
  await server.call('POST', canary, { percentTraffic: 5 })
  await server.call('PUT', `${base}/stages/prod`, { requiredApprovals: 1 })
  const [ada, grace] = [await member(), await member()]
  const more = (percentTraffic: number) => server.call('PATCH', canary, { percentTraffic }, ada)
  expect((await server.call('POST', `${canary}/promote`, {}, ada)).json).toMatchObject({
    code: 'APPROVAL_REQUIRED',
  })
  expect((await more(100)).json).toMatchObject({ code: 'APPROVAL_REQUIRED' })
  expect((await server.call('POST', canary, { percentTraffic: 100 }, ada)).json).toMatchObject({
    code: 'APPROVAL_REQUIRED',
  })
  expect((await more(1)).status).toBe(200)
  const opened = await server.call('POST', `${base}/deploy-requests`, { stage: 'prod', title: 'Words' }, ada)
  const one = `${base}/deploy-requests/1`
  await server.call('POST', `${one}/votes`, { verdict: 'approve', planHash: opened.json['planHash'] }, grace)
  expect((await server.call('POST', `${one}/deploy`, {}, ada)).json).toMatchObject({ code: 'CANARY_PRESENT' })
  await server.call('POST', `${one}/deploy`, { canarySettings: { percentTraffic: 6 } }, ada)
  expect((await more(7)).status).toBe(200)
  await server.call('POST', `${one}/votes`, { verdict: 'request-changes', words: 'Wait' }, grace)
  expect((await more(100)).json).toMatchObject({ code: 'DEPLOY_REQUEST_UNAPPROVED' })
  await server.call('POST', `${one}/close`, {}, ada)
  expect((await more(100)).json).toMatchObject({ code: 'DEPLOY_REQUEST_STATE' })
  expect((await server.call('POST', `${canary}/promote`, {}, ada)).json).toMatchObject({
    code: 'DEPLOY_REQUEST_STATE',
  })
  expect((await server.call('DELETE', canary, undefined, ada)).status).toBe(204)
})

test('discarded, a request that was to go live by itself waits for somebody, and is not promoted unseen', async () => {
  const { base, canary } = await staged('planned')
  await server.call('PUT', `${base}/stages/prod`, { requiredApprovals: 1 })
  const [ada, grace] = [await member(), await member()]
  const opened = await server.call('POST', `${base}/deploy-requests`, { stage: 'prod', title: 'Words' }, ada)
  const one = `${base}/deploy-requests/1`
  await server.call('POST', `${one}/votes`, { verdict: 'approve', planHash: opened.json['planHash'] }, grace)
  const at = new Date(Date.now() + 3_600_000).toISOString()
  expect((await server.call('PUT', `${one}/schedule`, { at }, ada)).json).toMatchObject({
    state: 'scheduled',
  })
  await server.call('POST', `${one}/deploy`, { canarySettings: { percentTraffic: 5 } }, ada)
  const { json } = await server.call('GET', canary)
  const { deploymentId } = json['canarySettings'] as { deploymentId: string }
  await server.call('DELETE', canary, undefined, ada)
  expect((await server.call('GET', one, undefined, ada)).json).toMatchObject({
    state: 'approved',
    note: 'Its canary was discarded.',
  })
  // As one who read the canary before it went: it would be deployed to everybody otherwise.
  const seen = { slug: 'planned', stage: 'prod', deploymentId }
  const actor = { kind: 'user', id: 'usr_ada', name: 'ada@example.com', source: 'console' } as const
  await expect(
    deployRequest({ ...server.core, actor }, { slug: 'planned', number: 1, canary: seen }),
  ).rejects.toMatchObject({ code: 'CANARY_NOT_FOUND' })
})
