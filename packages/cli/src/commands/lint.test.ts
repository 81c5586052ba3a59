import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@penstock/testkit'
import { expect, test } from 'vitest'
import { run } from '../run.ts'

const document = (root: object = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Rides', version: '1' },
  ...root,
  paths: {
    '/rides/{id}': {
      get: {
        operationId: 'getRide',
        summary: 'A ride',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 200: { description: 'ok' } },
      },
    },
  },
})

async function lint(value: object): Promise<{ code: number; stdout: string }> {
  using folder = temporaryFolder()
  const file = join(folder.path, 'rides.json')
  await writeFile(file, JSON.stringify(value))
  let stdout = ''
  const code = await run(['lint', file], {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: process.stderr,
    env: { NO_COLOR: '1' },
    signal: new AbortController().signal,
  })
  return { code, stdout }
}

test('what is doubtful is named with its rule and its place, and passes', async () => {
  const { code, stdout } = await lint(document())
  expect(stdout).toMatch(/^.*warning.* body-on-get GET \/rides\/\{id\} requestBody: /m)
  expect(stdout).toContain('1 operations, 0 errors, 1 warnings\n')
  expect(code).toBe(0)
})

test('the description itself says which rules are off and which stop a pipeline', async () => {
  const off = await lint(document({ 'x-penstock-lint': { 'body-on-get': 'off' } }))
  expect(off.stdout).toBe('1 operations, 0 errors, 0 warnings\n')
  const { code, stdout } = await lint(document({ 'x-penstock-lint': { 'body-on-get': 'error' } }))
  expect(stdout).toContain('1 operations, 1 errors, 0 warnings\n')
  expect(code).toBe(1)
})
