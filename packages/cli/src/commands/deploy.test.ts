import { fileURLToPath } from 'node:url'
import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import { deploy } from './deploy.ts'
import { importApi } from './import.ts'
import { plan } from './plan.ts'
import { rollback } from './rollback.ts'

const past = { id: 'd1', version: 1, kind: 'deploy', content: 'a', live: false }
const live = { id: 'd2', version: 2, kind: 'deploy', content: 'b', live: true }

const planned = { stage: 'prod', summary: { total: 0 }, changes: [], checks: [], planHash: 'h', base: null }
const imported = { api: { slug: 'shop' }, report: { operations: 7, kept: [], refused: [], warnings: [] } }

/** A control plane of which `serving` of two gateways serve what is deployed, and which lists its stages or does not. */
function context(serving: number, lists = true) {
  const asked: string[] = []
  const said: string[] = []
  const answer = {
    deployment: { version: 3 },
    url: 'http://x',
    unchanged: false,
    nodes: { serving, total: 2 },
  }
  const stages = [
    { name: 'prod', problem: serving < 2 ? 'The bundle is damaged.' : null },
    { name: 'preview', problem: 'not of interest' },
  ]
  const json = async <T>(method: string, path: string) => {
    asked.push(path)
    if (path.endsWith('/stages') && !lists)
      throw new AppError('SERVER_UNREACHABLE', { params: { url: path } })
    if (path.includes('/plan')) return planned as T
    return (method === 'GET' ? { deployments: [live, past], stages } : answer) as T
  }
  const unused = () => {
    throw new Error('not called')
  }
  const value: CommandContext = {
    client: { url: 'http://x', json, upload: async <T>() => imported as T, text: unused },
    output: {
      result: (_, line) => void said.push(line),
      line: (_, line) => void said.push(line),
      progress: () => {},
      error: (line) => void said.push(line),
    },
    signal: new AbortController().signal,
    connection: '',
    json: false,
  }
  return { value, said, asked }
}

test.each([deploy, rollback])('$name that not every gateway serves fails, and says so', async (command) => {
  const all = context(2)
  expect(await command.run(all.value, ['shop', 'prod'], {})).toBe(0)
  expect(all.said.join('\n')).not.toContain('problem')
  const one = context(1)
  expect(await command.run(one.value, ['shop', 'prod'], {})).toBe(1)
  expect(one.said.at(-2)).toMatch(/^v3 is deployed to prod, but only 1 of 2 gateways serve it/)
  expect(one.said.at(-1)).toContain('prod: The bundle is damaged.')
})

const document = fileURLToPath(new URL('../../package.json', import.meta.url))

test.each([
  [deploy, ['shop', 'prod'], 'prod: v3'],
  [rollback, ['shop', 'prod'], 'prod: v3'],
  [plan, ['shop', 'prod'], 'nothing to deploy'],
  [importApi, [document], '7 operations imported'],
])('$name is done, though nobody says what is wrong with the stage', async (command, args, line) => {
  const { value, said } = context(2, false)
  expect(await command.run(value, args, {})).toBe(0)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(line)
})

test('a plan names what is wrong with its stage; an import names the stage to plan for', async () => {
  const one = context(1)
  await plan.run(one.value, ['shop', 'prod'], {})
  expect(one.said.at(-1)).toContain('prod: The bundle is damaged.')
  await importApi.run(one.value, [document], {})
  expect(one.said.at(-1)).toBe('Next: penstock plan shop prod')
})

test('a stage that is not there is planned for only when that is asked for', async () => {
  const { value, asked } = context(2)
  await plan.run(value, ['shop', 'prd'], {})
  await plan.run(value, ['shop', 'prd'], { createStage: true })
  expect(asked.filter((path) => path.includes('/plan'))).toEqual([
    '/api/v1/apis/shop/stages/prd/plan?createStage=false',
    '/api/v1/apis/shop/stages/prd/plan?createStage=true',
  ])
})

test('a rollback that has nothing to go back to says what the stage has had', async () => {
  const { value } = context(2)
  const client = { ...value.client, json: async <T>() => ({ deployments: [live] }) as T }
  await expect(rollback.run({ ...value, client }, ['shop', 'dev'], {})).rejects.toMatchObject({
    code: 'DEPLOYMENT_NOT_FOUND',
    message: 'dev has had only v2; there is nothing earlier.',
  })
})
