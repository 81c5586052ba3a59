import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerBlock, incomplete, malformed, tooLarge } from './header-block.ts'
import { HeadText } from './head-text.ts'
import { readRequestHead, requestHead } from './request-head.ts'

const head = (line: string, ...lines: string[]) => `${[line, ...lines].join('\r\n')}\r\n\r\n`
const get = (...lines: string[]) => head('GET / HTTP/1.1', 'Host: x', ...lines)

describe('the head of a request', () => {
  test('is read to its end, and what follows is left', () => {
    const text = `${head('PATCH /a%2F?b HTTP/1.1', 'Host: x:1', 'A:b', 'a:  c d\t')}body`
    expect(readRequestHead(text)).toBe(text.length - 4)
    expect(requestHead).toMatchObject({ method: 'PATCH', target: '/a%2F?b', minor: 1 })
    expect(headerBlock.raw()).toEqual(['Host', 'x:1', 'A', 'b', 'a', 'c d'])
    expect(headerBlock.value('a')).toBe('b')
    expect(headerBlock.value('b')).toBeUndefined()
  })

  test('says how its body is framed and what becomes of the connection', () => {
    readRequestHead(get('CONTENT-LENGTH: 12', 'Connection: x , Close', 'Expect: 100-Continue'))
    expect(headerBlock).toMatchObject({
      contentLength: 12,
      isChunked: false,
      saysClose: true,
      expectsContinue: true,
    })
    readRequestHead(
      get('transfer-encoding:\tChunked ', 'Connection: keep-alive', 'Connection: upgrade', 'Upgrade: x'),
    )
    expect(headerBlock).toMatchObject({ contentLength: -1, isChunked: true, saysClose: false })
    expect(headerBlock).toMatchObject({ saysKeepAlive: true, saysUpgrade: true, hasUpgrade: true })
  })

  test('is incomplete at every place before its end, and whole with its last octet', () => {
    const text = get('X: y', 'Content-Length: 3')
    for (let at = 0; at < text.length; at++)
      expect(readRequestHead(text.slice(0, at)), String(at)).toBe(incomplete)
    expect(readRequestHead(text)).toBe(text.length)
  })

  test.each([
    ['a bare line feed', 'GET / HTTP/1.1\nHost: x\n\n'],
    ['a bare carriage return', get('A: b\rC: d')],
    ['a folded line', get('A: b', ' c')],
    ['a blank before the colon', get('A : b')],
    ['no name', get(': b')],
    ['no colon', get('A')],
    ['an octet that no name has', get('A\x00: b')],
    ['an octet that no value has', get('A: \x01')],
    ['a delete in a value', get('A: \x7f')],
    ['no host', head('GET / HTTP/1.1')],
    ['two hosts', get('host: x')],
    ['a host that is none', head('GET / HTTP/1.1', 'Host: a/b')],
    ['a host with a user', head('GET / HTTP/1.1', 'Host: a@b')],
    ['a length and an encoding', get('Content-Length: 1', 'Transfer-Encoding: chunked')],
    ['an encoding and a length', get('Transfer-Encoding: chunked', 'Content-Length: 1')],
    ['two lengths', get('Content-Length: 1', 'Content-Length: 2')],
    ['a length twice', get('Content-Length: 1', 'Content-Length: 1')],
    ['a length that is a list', get('Content-Length: 1, 1')],
    ['a length with a sign', get('Content-Length: +1')],
    ['an empty length', get('Content-Length:')],
    ['a length beyond all measure', get(`Content-Length: ${'9'.repeat(16)}`)],
    ['an encoding twice', get('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked')],
    ['an encoding besides chunked', get('Transfer-Encoding: gzip, chunked')],
    ['a length before a tab', get('Content-Length: 5\t')],
    ['a length before a blank and a tab', get('Content-Length: 5 \t')],
    ['an encoding before a tab', get('Transfer-Encoding: chunked\t')],
    ['an encoding before a blank and a tab', get('Transfer-Encoding: chunked \t')],
    ['an encoding that is another', get('Transfer-Encoding: identity')],
    ['an encoding in HTTP/1.0', head('GET / HTTP/1.0', 'Transfer-Encoding: chunked')],
    ['another version', head('GET / HTTP/2.0', 'Host: x')],
    ['no version', head('GET /', 'Host: x')],
    ['a version in small letters', head('GET / http/1.1', 'Host: x')],
    ['two blanks', head('GET  / HTTP/1.1', 'Host: x')],
    ['a control in its target', head('GET /\x01 HTTP/1.1', 'Host: x')],
    ['a fragment', head('GET /#a HTTP/1.1', 'Host: x')],
    ['a target of another form', head('GET a HTTP/1.1', 'Host: x')],
    ['an asterisk with another method', head('GET * HTTP/1.1', 'Host: x')],
    ['a tunnel', head('CONNECT x:1 HTTP/1.1', 'Host: x:1')],
    ['a target of another host', head('GET http://y/ HTTP/1.1', 'Host: x')],
    ['a method that is none', head('G@T / HTTP/1.1', 'Host: x')],
    ['a method without end', 'A'.repeat(40)],
    ['another protocol', '\x16\x03\x01\x02\x00'],
  ])('with %s is refused', (_, text) => {
    expect(readRequestHead(text)).toBe(malformed)
  })

  test('has a bounded number of lines', () => {
    expect(readRequestHead(get(...Array(255).fill('A: b')))).toBeGreaterThan(0)
    expect(readRequestHead(get(...Array(256).fill('A: b')))).toBe(tooLarge)
  })
})

describe('a head that comes in pieces', () => {
  const text = `${get('X: y', `Y: ${'z'.repeat(300)}`, 'Content-Length: 4')}body`
  const end = text.length - 4

  test('ends at the same octet, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 40 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const reading = new HeadText(1000)
        for (let i = 1; i < places.length; i++) {
          const [from, to] = [places[i - 1]!, places[i]!]
          if (from === to) continue
          const ended = reading.add(Buffer.from(text.slice(from, to)), 0, to - from, readRequestHead)
          expect(ended).toBe(to < end ? incomplete : end - from)
          if (to >= end) return
        }
      }),
    )
  })

  test('is too large as soon as it is, whether or not it ends', () => {
    const bytes = Buffer.from(text)
    const most = (limit: number) => new HeadText(limit).add(bytes, 0, bytes.length, readRequestHead)
    expect([most(end), most(end - 1)]).toEqual([end, tooLarge])
    const slow = new HeadText(64)
    const octets = [...bytes].map((octet) => slow.add(Buffer.from([octet]), 0, 1, readRequestHead))
    expect(octets.slice(0, 64).every((ended) => ended === incomplete)).toBe(true)
    expect(octets[64]).toBe(tooLarge)
  })
})
