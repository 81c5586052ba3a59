import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { temporaryFolder } from '@penstock/testkit'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { registerConsole } from './console.ts'

async function console_() {
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'assets'))
  writeFileSync(join(folder.path, 'index.html'), '<title>Penstock</title>')
  writeFileSync(join(folder.path, 'assets/app-1a2b.js'), 'run()')
  writeFileSync(join(folder.path, 'assets/app-1a2b.js.br'), brotliCompressSync('run()'))
  const app = fastify()
  await registerConsole(app, `${folder.path}/`)
  return {
    get: (url: string, headers = {}) => app.inject({ url, headers }),
    async [Symbol.asyncDispose]() {
      await app.close()
      folder[Symbol.dispose]()
    },
  }
}

test('every path of a page gets the console, asked for anew each time', async () => {
  await using app = await console_()
  for (const url of ['/', '/setup', '/apis/orders/design?node=1']) {
    const answer = await app.get(url)
    expect(answer.body, url).toContain('Penstock')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
  }
})

test('assets are kept for ever, and come compressed as they were built', async () => {
  await using app = await console_()
  const answer = await app.get('/assets/app-1a2b.js', { 'accept-encoding': 'br' })
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  })
})

test('a call or an asset that is not there is a problem, not the console', async () => {
  await using app = await console_()
  for (const url of [
    '/api/v1/nothing',
    '/trpc',
    '/assets/old-9f.js',
    '/gateway/v1/x',
    '/portal-data/x/y/z',
  ]) {
    const answer = await app.get(url)
    expect(answer.statusCode, url).toBe(404)
    expect(answer.headers['content-type'], url).toContain('application/problem+json')
  }
})

test('nothing outside of the built folder is served', async () => {
  await using app = await console_()
  for (const url of [
    '/..%2f..%2fetc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])
    expect((await app.get(url)).body, url).not.toContain('root:')
})
