import { execFileSync } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Call } from './call.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { javascript } from './javascript.ts'
import { languages } from './languages.ts'
import { python } from './python.ts'

const tricky: Call = {
  method: 'POST',
  url: 'http://127.0.0.1:1/orders?note=it%27s',
  headers: [
    ['content-type', 'application/json'],
    ['x-note', `it's "quoted" $HOME \`id\` \\`],
  ],
  body: `{"note": "it's \\"quoted\\" $HOME"}`,
}

test.each(languages.map((language) => [language.id, language] as const))(
  '%s: a plain GET is short',
  (_, language) => {
    const text = language.write({ method: 'GET', url: 'http://127.0.0.1:1/pets', headers: [], body: null })
    expect(text).toContain('http://127.0.0.1:1/pets')
    expect(text.split('\n').length).toBeLessThan(25)
  },
)

test('a shell runs the curl sample with every character as it was', async () => {
  const sh = (text: string) =>
    execFileSync('sh', ['-c', text.replace(/^curl/, "printf '%s\\n'")], { encoding: 'utf8' })
  const args = sh(curl.write(tricky))
  expect(args).toContain(tricky.url)
  expect(args).toContain(`x-note: ${tricky.headers[1]![1]}`)
  expect(args).toContain(tricky.body)
})

test('the JavaScript sample sends the call', async () => {
  let seen: { request: IncomingMessage; body: string } | undefined
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen = { request, body }
      response.end('done')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const folder = mkdtempSync(path.join(tmpdir(), 'sample-'))
  const file = path.join(folder, 'call.mjs')
  writeFileSync(file, javascript.write({ ...tricky, url: tricky.url.replace(':1/', `:${port}/`) }))
  const { execFile } = await import('node:child_process')
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [file], (error) => (error ? reject(error) : resolve()))
  })
  server.close()
  expect(seen!.request.url).toBe('/orders?note=it%27s')
  expect(seen!.request.headers['x-note']).toBe(tricky.headers[1]![1])
  expect(JSON.parse(seen!.body)).toEqual(JSON.parse(tricky.body!))
})

test('strings in Python, Go and Java keep quotes and backslashes', () => {
  for (const language of [python, go, java])
    expect(language.write(tricky)).toContain(JSON.stringify(tricky.headers[1]![1]))
})
