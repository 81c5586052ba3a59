import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import { deploy } from './deploy.ts'
import { rollback } from './rollback.ts'

const past = { id: 'd1', version: 1, kind: 'deploy', content: 'a', live: false }
const live = { id: 'd2', version: 2, kind: 'deploy', content: 'b', live: true }

/** A control plane of which `serving` of two gateways serve what is deployed. */
function context(serving: number) {
  const said: string[] = []
  const answer = {
    deployment: { version: 3, changes: { added: 1, changed: 2, removed: 0 } },
    url: 'http://x',
    unchanged: false,
    nodes: { serving, total: 2 },
  }
  const stages = [
    { name: 'prod', problem: serving < 2 ? 'The bundle is damaged.' : null },
    { name: 'preview', problem: 'not of interest' },
  ]
  const json = async <T>(method: string) =>
    (method === 'GET' ? { deployments: [live, past], stages } : answer) as T
  const unused = () => {
    throw new Error('not called')
  }
  const value: CommandContext = {
    client: { url: 'http://x', json, upload: unused, text: unused },
    output: {
      result: (_, line) => void said.push(line),
      line: unused,
      progress: () => {},
      error: (line) => void said.push(line),
    },
    signal: new AbortController().signal,
    connection: '',
    json: false,
  }
  return { value, said }
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
