import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ApiRecord, definitionOf } from '@penstock/model'
import { exportDocument } from '@penstock/openapi'
import { temporaryFolder } from '@penstock/testkit'
import { expect, test } from 'vitest'
import { run } from '../run.ts'

const api: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Rides', version: '1' },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_a', parent: 'res_root', pathPart: 'a' },
  { kind: 'resource', id: 'res_b', parent: 'res_root', pathPart: 'b' },
  { kind: 'upstream', id: 'ups_1', name: 'rides', url: 'https://rides.test' },
  { kind: 'method', id: 'met_a', resource: 'res_a', httpMethod: 'GET', integration: 'int_1' },
]
const service: ApiRecord = {
  kind: 'integration',
  id: 'int_1',
  type: 'http_proxy',
  upstream: 'ups_1',
  name: 'HTTP service',
}
const second: ApiRecord = {
  kind: 'method',
  id: 'met_b',
  resource: 'res_b',
  httpMethod: 'GET',
  integration: 'int_1',
}

/** What `diff` says of two exports, as a pipeline asks for them. */
async function changesBetween(before: readonly ApiRecord[], after: readonly ApiRecord[]) {
  using folder = temporaryFolder()
  const files = [join(folder.path, 'before.json'), join(folder.path, 'after.json')]
  for (const [at, records] of [before, after].entries()) {
    const document = exportDocument(definitionOf(records), { format: 'oas31', extensions: 'penstock' })
    await writeFile(files[at]!, JSON.stringify(document))
  }
  let stdout = ''
  const streams = { stdout: { write: (text: string) => (stdout += text) }, stderr: process.stderr }
  await run(['diff', ...files, '--json'], { ...streams, env: {}, signal: new AbortController().signal })
  return (JSON.parse(stdout) as { changes: { title: string }[] }).changes
}

const titles = (changes: readonly { title: string }[]) => changes.map(({ title }) => title)

test('of two exports only what differs is a change: an integration that serves one method more is the same one', async () => {
  const [one, two] = [
    [...api, service],
    [...api, service, second],
  ]
  expect(titles(await changesBetween(one, two))).toEqual(['Add GET /b'])
  expect(titles(await changesBetween(two, one))).toEqual(['Remove GET /b'])
})

test('an integration that was edited as well is the one of its name', async () => {
  const edited: ApiRecord = { ...service, timeoutMs: 5000 }
  const changes = await changesBetween([...api, service], [...api, edited, second])
  expect(titles(changes)).toEqual(['Change the integration of 2 methods', 'Add GET /b'])
})

test('a method that is answered by another integration is a change', async () => {
  const other: ApiRecord = { ...service, id: 'int_2', name: 'Another', timeoutMs: 5000 }
  const moved: ApiRecord = { ...second, integration: 'int_2' }
  const changes = await changesBetween([...api, service, second], [...api, service, other, moved])
  expect(JSON.stringify(changes)).toContain('is answered by Another, it was HTTP service')
})
