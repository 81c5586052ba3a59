import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type ErrorCode } from '@penstock/errors'
import { temporaryFolder } from '@penstock/testkit'
import { expect, test } from 'vitest'
import { reportError } from './report-error.ts'
import { run } from './run.ts'

function environment() {
  const said = { out: '', err: '' }
  const stdout = { write: (text: string) => (said.out += text) }
  const stderr = { write: (text: string) => (said.err += text) }
  return { said, value: { stdout, stderr, env: {}, signal: new AbortController().signal } }
}

test('the command line knows its version', async () => {
  const { said, value } = environment()
  expect(await run(['--version'], value)).toBe(0)
  expect(said.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([[['plan']], [['plan', 'shop', 'prod', '--nonsense']]])(
  '%j is answered with the usage',
  async (argv) => {
    const { said, value } = environment()
    expect(await run(argv, value)).toBe(2)
    expect(said.err).toContain('Usage: penstock plan [options] <api> <stage>')
  },
)

test('an acknowledgement without a reason is answered with how to write one', async () => {
  const { said, value } = environment()
  expect(await run(['deploy', 'shop', 'prod', '--acknowledge', 'operation-removed'], value)).toBe(2)
  expect(said.err).toContain('"=", and the reason')
})

test('what is wrong with a document is said once, with its line', async () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'bad.yaml')
  await writeFile(file, 'openapi: 3.0.1\ninfo:\n  title: "x\n')
  const { said, value } = environment()
  expect(await run(['lint', file], value)).toBe(1)
  expect(said.err.match(/The YAML is broken/g)).toHaveLength(1)
  expect(said.err).toMatch(/Line 4, column \d+/)
})

test('several things that are wrong with a document are said once each, with their places', () => {
  const diagnostics = ['one', 'two'].map((message) => ({ message, location: { pointer: `/${message}` } }))
  const reason = 'Errors found during import:\n\tone\n\ttwo'
  const error = new AppError('IMPORT_REFUSED', { params: { reason }, details: { diagnostics } })
  const { said, value } = environment()
  reportError(error, value, false)
  expect(said.err).toContain('Errors found during import:\n  /one: one\n  /two: two\n')
})

test.each<[ErrorCode, string]>([
  ['SLUG_TAKEN', '--mode merge or --mode overwrite'],
  ['TOKEN_INVALID', 'PENSTOCK_TOKEN'],
  ['UNAUTHENTICATED', 'PENSTOCK_TOKEN'],
])('%s is answered in the words of the command line', (code, words) => {
  const { said, value } = environment()
  reportError(new AppError(code, { params: { slug: 'shop' } }), value, false)
  expect(said.err).toContain(words)
  expect(said.err).not.toContain('mode=')
})
