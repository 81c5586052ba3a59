import { afterAll, beforeAll, expect, test } from 'vitest'
import { account, bootstrap } from '../auth/account.fixture.ts'
import { createToken } from '../auth/api-tokens.ts'
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

/** A token of a member of their own, with their e-mail address. */
async function member() {
  const { core } = server
  const person = await account(core, await bootstrap(core), 'member')
  const { token } = await createToken(core, person, { name: 'cli', role: 'member' })
  return token
}

test('a guarded stage is deployed to over REST: request, vote, deploy, revert', async () => {
  const base = '/api/v1/apis/pets'
  await server.call('POST', '/api/v1/apis?slug=pets&mode=create', description('List'))
  await server.call('POST', `${base}/stages/prod/deployments`, { createStage: true })
  const stage = await server.call('PUT', `${base}/stages/prod`, { requiredApprovals: 1 })
  expect(stage.json).toMatchObject({ requiredApprovals: 1 })
  await server.call('POST', '/api/v1/apis?slug=pets&mode=overwrite', description('List all'))
  const direct = await server.call('POST', `${base}/stages/prod/deployments`, {})
  expect(direct).toMatchObject({ status: 409, json: { code: 'APPROVAL_REQUIRED' } })

  const [ada, grace] = [await member(), await member()]
  const opened = await server.call('POST', `${base}/deploy-requests`, { stage: 'prod', title: 'Words' }, ada)
  expect(opened).toMatchObject({
    status: 201,
    json: { number: 1, state: 'open', approvals: 0 },
  })
  const one = `${base}/deploy-requests/1`
  const vote = { verdict: 'approve', planHash: opened.json['planHash'] }
  expect((await server.call('POST', `${one}/votes`, vote, ada)).json).toMatchObject({
    code: 'OWN_DEPLOY_REQUEST',
  })
  expect((await server.call('GET', one, undefined, grace)).json).toMatchObject({ mayVote: true })
  const voted = await server.call('POST', `${one}/votes`, vote, grace)
  expect(voted.json).toMatchObject({ state: 'approved', approvals: 1 })
  const deployed = await server.call('POST', `${one}/deploy`, { source: 'cli' }, ada)
  expect(deployed.json).toMatchObject({ state: 'deployed', deployment: { version: 2 }, base: { version: 1 } })
  expect(deployed.json['revertUntil']).not.toBe(null)
  const { json } = await server.call('GET', `${base}/stages/prod/deployments`)
  expect(json['deployments']).toMatchObject([{ version: 2, request: 1, source: 'cli' }, { version: 1 }])
  const reverted = await server.call('POST', `${one}/revert`, {}, ada)
  expect(reverted.json).toMatchObject({ state: 'reverted', revert: { version: 3 } })
  const list = await server.call('GET', `${base}/deploy-requests?stage=prod`)
  expect(list.json['requests']).toMatchObject([{ number: 1, state: 'reverted' }])
})

test('a member neither lowers what a stage asks for nor removes the stage to make it anew', async () => {
  const ada = await member()
  const lowered = await server.call('PUT', '/api/v1/apis/pets/stages/prod', { requiredApprovals: 0 }, ada)
  expect(lowered).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } })
  const removed = await server.call('DELETE', '/api/v1/apis/pets/stages/prod', undefined, ada)
  expect(removed).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } })
})
