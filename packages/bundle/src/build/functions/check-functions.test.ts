import { type ApiRecord, definitionOf, type Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { checkBuild } from '../../build.ts'
import { petApi } from '../definition.fixture.ts'
import { checkFunctions, createFunctionCheck } from './check-functions.ts'
import { parseFunctions } from './parse-functions.ts'

const check = (code: string): Promise<Diagnostic[]> =>
  checkFunctions(petApi({}, {}, { kind: 'function', id: 'fun_1', name: 'hello', code }))

test.each([
  ['CommonJS', 'exports.handler = async () => {\n  return {;\n}', 2, 11],
  ['an ES module', 'export const handler = async () => {\n  return {;\n}', 2, 11],
  ['a module with a name that is there twice', 'export const a = 1\nconst a = 2', 2, 7],
])('%s with a syntax error is an error with its line and column', async (_, code, line, column) => {
  expect(await check(code)).toEqual([
    expect.objectContaining({
      code: 'function-syntax',
      severity: 'error',
      location: { record: 'fun_1', path: ['code'], line, column },
    }),
  ])
})

test.each([
  ['CommonJS', '#!/usr/bin/env node\nexports.handler = async () => ({ statusCode: 200 })'],
  ['a return at the top', 'exports.handler = () => 1\nreturn'],
  ['a module that imports what is not there', "import x from './nope.js'\nexport const handler = () => x"],
  ['a module that awaits at its top', 'await 1\nexport const handler = () => 1'],
])('%s parses', async (_, code) => {
  expect(await check(code)).toEqual([])
})

test('code is parsed and never executed', async () => {
  const touch = 'globalThis.process.exit(3)'
  expect(await check(touch)).toEqual([])
  expect(await check(`${touch}\nexport const handler = () => 1`)).toEqual([])
  expect(await check('}); process.exit(3); (function () {')).toHaveLength(1)
})

test('code that no parser gets through is an error and not a crash', async () => {
  const [found] = await check(`x=${'('.repeat(200_000)}`)
  expect(found?.code).toBe('function-syntax')
})

test('a variable that the process never gets is reported, others are not', () => {
  const environment = { NODE_OPTIONS: '-r x', _HANDLER: 'x', NODE_ENV: 'production', KEY: '1' }
  const found = checkBuild(
    petApi({}, {}, { kind: 'function', id: 'fun_1', name: 'hello', code: '', environment }),
  )
  expect(found.map(({ code, location }) => [code, location.path?.[1]])).toEqual([
    ['function-variable-reserved', 'NODE_OPTIONS'],
    ['function-variable-reserved', '_HANDLER'],
  ])
})

const functions = (...codes: string[]) =>
  definitionOf(
    codes.map((code, at): ApiRecord => ({ kind: 'function', id: `fun_${at}`, name: `f${at}`, code })),
  )

test('each is judged by itself, whatever became of those before it', async () => {
  const codes = [
    'exports.a = 1',
    'return {;',
    `x=${'('.repeat(200_000)}`,
    'export const a = 1',
    'a b',
    'export {;',
  ]
  expect((await parseFunctions(codes)).map((problem) => problem?.line ?? problem?.message ?? null)).toEqual([
    null,
    1,
    expect.stringContaining('nested'),
    null,
    1,
    1,
  ])
  expect(await parseFunctions([])).toEqual([])
})

test('more code than one thread is given is read by several', async () => {
  const large = `//${'x'.repeat(3 * 1024 * 1024)}\n`
  const found = await parseFunctions([large, `${large}a b`, large])
  expect(found).toEqual([null, expect.objectContaining({ line: 2 }), null])
})

test('a definition of more functions than are remembered is parsed once, at one go', async () => {
  const asked: (readonly string[])[] = []
  const check = createFunctionCheck(async (codes) => {
    asked.push(codes)
    return codes.map(() => null)
  }, 3)
  await check(functions('a', 'b', 'c', 'd', 'a'))
  await check(functions('a', 'b', 'c', 'd'))
  expect(asked).toEqual([['a', 'b', 'c', 'd']])
  await check(functions('a', 'e'))
  await check(functions('a', 'e', 'd'))
  expect(asked.slice(1)).toEqual([['e']])
  await check(functions('b'))
  expect(asked.slice(2)).toEqual([['b']])
})

test('what could not be parsed for want of a thread is tried again', async () => {
  let fails = true
  const check = createFunctionCheck(async (codes) => {
    if (fails) throw new Error('no thread')
    return codes.map(() => ({ message: 'broken' }))
  }, 3)
  await expect(check(functions('a', 'b'))).rejects.toThrow('no thread')
  fails = false
  expect(await check(functions('a', 'b'))).toHaveLength(2)
})
