import { describe, expect, test } from 'vitest'
import { contextOf } from '../request-context.fixture.ts'
import { HeaderLines } from '../wire/header-lines.ts'
import { CompiledCors } from './cors.ts'

const settings = {
  allowOrigins: ['https://a.example'],
  allowMethods: ['GET', 'PUT'],
  allowHeaders: ['x-h'],
  exposeHeaders: ['x-e'],
  allowCredentials: true,
  maxAgeSeconds: 300,
}

function applied(cors: CompiledCors, origin: string | null, headers: string[] = []) {
  const context = contextOf({ headers: origin === null ? {} : { Origin: origin } })
  cors.apply(context, new HeaderLines(headers))
  return Object.fromEntries(
    Array.from({ length: headers.length / 2 }, (_, i) => [headers[i * 2]?.toLowerCase(), headers[i * 2 + 1]]),
  )
}

describe('CORS settings', () => {
  test('name an allowed origin, and replace what the backend says', () => {
    const backend = ['Access-Control-Allow-Origin', '*', 'Vary', 'Accept']
    expect(applied(new CompiledCors(settings), 'https://a.example', backend)).toEqual({
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'x-e',
      vary: 'Accept, Origin',
    })
  })

  test('say nothing to another origin, but that the answer depends on it', () => {
    expect(applied(new CompiledCors(settings), 'https://b.example')).toEqual({ vary: 'Origin' })
    expect(applied(new CompiledCors(settings), null)).toEqual({ vary: 'Origin' })
  })

  test('for any origin are a star, and never with credentials: every site could use them', () => {
    const any = { ...settings, allowOrigins: ['*'], exposeHeaders: [] }
    for (const allowCredentials of [true, false])
      expect(applied(new CompiledCors({ ...any, allowCredentials }), 'https://b.example')).toEqual({
        'access-control-allow-origin': '*',
      })
  })

  test('answer a preflight, which needs both headers', () => {
    const cors = new CompiledCors(settings)
    const preflight = { Origin: 'https://a.example', 'Access-Control-Request-Method': 'PUT' }
    expect(cors.isPreflight(contextOf({ method: 'OPTIONS', headers: preflight }))).toBe(true)
    expect(cors.isPreflight(contextOf({ method: 'OPTIONS', headers: { Origin: 'x' } }))).toBe(false)
    expect(cors.preflightHeaders(contextOf({ method: 'OPTIONS', headers: preflight }))).toEqual([
      'Access-Control-Allow-Methods',
      'GET,PUT',
      'Access-Control-Allow-Headers',
      'x-h',
      'Access-Control-Max-Age',
      '300',
    ])
  })
})
