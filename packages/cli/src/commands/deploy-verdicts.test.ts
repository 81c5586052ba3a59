import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import { deploy } from './deploy.ts'

const change = (title: string, verdict: string, message: string) => ({
  id: title,
  title,
  verdict,
  action: 'removed',
  findings: [{ check: 'x', verdict, message }],
  also: [],
})
const gone = change('Remove GET /a', 'breaking', 'Clients that call it get 404')
const tighter = change('Change GET /b', 'risky', 'The limit is lower')
const planOf = (planHash: string, ...changes: (typeof gone)[]) => {
  const count = (verdict: string) => changes.filter((one) => one.verdict === verdict).length
  const summary = { total: changes.length, breaking: count('breaking'), risky: count('risky') }
  return { stage: 'prod', base: { version: 1 }, planHash, summary, changes, checks: [] }
}

/** A control plane that plans `plans` one after the other, and deploys none but the last. */
function context(...plans: ReturnType<typeof planOf>[]) {
  const deployed: string[] = []
  const bodies: unknown[] = []
  const said: { value: unknown; text: string }[] = []
  let asked = 0
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    if (path.includes('/plan')) return plans[Math.min(asked++, plans.length - 1)] as T
    if (method === 'GET') return { stages: [] } as T
    const { planHash } = body as { planHash: string }
    bodies.push(body)
    if (planHash !== plans.at(-1)!.planHash) throw new AppError('PLAN_STALE')
    deployed.push(planHash)
    const nodes = { serving: 1, total: 1 }
    return { deployment: { version: 2 }, url: 'http://x', example: null, unchanged: false, nodes } as T
  }
  const unused = () => {
    throw new Error('not called')
  }
  const value: CommandContext = {
    client: { url: 'http://x', json, upload: unused, text: unused },
    output: {
      result: (answer, text) => void said.push({ value: answer, text }),
      line: unused,
      progress: () => {},
      error: (text) => void said.push({ value: null, text }),
    },
    signal: new AbortController().signal,
    connection: '',
    json: false,
  }
  return { value, said, deployed, bodies }
}

test('a deployment says how many changes of each verdict it makes, and names what breaks', async () => {
  const plan = planOf('h1', gone, tighter)
  const { value, said, deployed } = context(plan)
  expect(await deploy.run(value, ['shop', 'prod'], {})).toBe(0)
  expect(deployed).toEqual(['h1'])
  const { text, value: answer } = said[0]!
  expect(text).toContain('prod: v2, 2 changes (1 breaking, 1 risky), on 1 of 1 nodes')
  expect(text).toContain('Remove GET /a')
  expect(text).toContain('Clients that call it get 404')
  expect(text).not.toContain('Change GET /b')
  const { planHash, summary, changes } = plan
  expect(answer).toMatchObject({ deployment: { version: 2 }, planHash, summary, changes })
})

test.each([
  ['breaking', [gone], 1],
  ['breaking', [tighter], 0],
  ['risky', [tighter], 1],
  ['risky', [gone], 1],
])('--fail-on %s is decided before anything is deployed', async (failOn, changes, code) => {
  const plan = planOf('h1', ...changes)
  const { value, said, deployed } = context(plan)
  expect(await deploy.run(value, ['shop', 'prod'], { failOn })).toBe(code)
  expect(deployed).toEqual(code === 0 ? ['h1'] : [])
  if (code === 0) return
  expect(said[0]!.text).toContain('prod: not deployed, 1 change')
  expect(said[0]!.text).toContain(changes[0]!.title)
  expect(said[0]!.value).toMatchObject({ deployment: null, summary: plan.summary, changes })
})

test('a plan that moves meanwhile is asked for and judged once more', async () => {
  const moved = context(planOf('h1', tighter), planOf('h2', tighter, gone))
  expect(await deploy.run(moved.value, ['shop', 'prod'], {})).toBe(0)
  expect(moved.deployed).toEqual(['h2'])
  expect(moved.said[0]!.text).toContain('Remove GET /a')
  const refused = context(planOf('h1', tighter), planOf('h2', gone))
  expect(await deploy.run(refused.value, ['shop', 'prod'], { failOn: 'breaking' })).toBe(1)
  expect(refused.deployed).toEqual([])
  const restless = context(planOf('h1'), planOf('h2'), planOf('h3'))
  await expect(deploy.run(restless.value, ['shop', 'prod'], {})).rejects.toMatchObject({ code: 'PLAN_STALE' })
})

test('a plan that was reviewed is deployed, or refused; never another', async () => {
  const { value, deployed } = context(planOf('h2', gone))
  await expect(deploy.run(value, ['shop', 'prod'], { plan: 'h1' })).rejects.toMatchObject({
    code: 'PLAN_STALE',
    details: { plan: { planHash: 'h2' } },
  })
  expect(deployed).toEqual([])
  expect(await deploy.run(value, ['shop', 'prod'], { plan: 'h2' })).toBe(0)
})

test('what is acknowledged passes --fail-on, and goes along with its reason; one that is not stops all', async () => {
  const other = { ...change('Remove GET /c', 'breaking', 'Clients that call it get 404'), id: 'met_c' }
  const options = { failOn: 'breaking', acknowledge: ['Remove GET /a=Nobody calls it'] }
  const stopped = context(planOf('h1', gone, other))
  expect(await deploy.run(stopped.value, ['shop', 'prod'], options)).toBe(1)
  expect(stopped.said[0]!.text).toContain('Remove GET /c')
  expect(stopped.said[0]!.text).not.toContain('Remove GET /a')

  const passed = context(planOf('h1', gone))
  expect(await deploy.run(passed.value, ['shop', 'prod'], options)).toBe(0)
  expect(passed.said[0]!.text).toContain('acknowledged: Nobody calls it')
  expect(passed.bodies).toMatchObject([{ acknowledge: [{ of: 'Remove GET /a', reason: 'Nobody calls it' }] }])
})

test('what was acknowledged in the console passes --fail-on', async () => {
  const said = { ...gone, acknowledged: { reason: 'Agreed', by: 'ada@example.com', at: '' } }
  const { value } = context(planOf('h1', said))
  expect(await deploy.run(value, ['shop', 'prod'], { failOn: 'breaking' })).toBe(0)
})
