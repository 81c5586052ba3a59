import { expect, test } from 'vitest'
import { blotAnswer, withoutQueryValues } from './blot.ts'

test.each([
  ['/a', '/a'],
  ['/a?b', '/a?b'],
  ['/a?token=abc&x&y=', '/a?token=••••••&x&y='],
  ['/a?t=abc=def', '/a?t=••••••'],
])('%s is shown as %s', (target, shown) => expect(withoutQueryValues(target)).toBe(shown))

test.each([
  [
    'the status and harmless headers stay',
    'HTTP/1.1 200 OK\r\nServer: nginx/1.2\r\n\r\n',
    'HTTP/1.1 200 OK\r\nServer: nginx/1.2\r\n\r\n',
  ],
  [
    'values of others keep their shape',
    'HTTP/1.1 200 OK\r\nSet-Cookie: a=b\x00c\r\n',
    'HTTP/1.1 200 OK\r\nSet-Cookie: *=*\x00*\r\n',
  ],
  [
    'a line that is no header tells nothing',
    'HTTP/1.1 200 OK\r\ntoken abc\r\n\r\n',
    'HTTP/1.1 200 OK\r\n***** ***\r\n\r\n',
  ],
  [
    'nor does the continuation of one',
    'HTTP/1.1 200 OK\r\nServer: a\r\n token\r\n\r\n',
    'HTTP/1.1 200 OK\r\nServer: a\r\n *****\r\n\r\n',
  ],
  ['nor what stands for a status', 'HTTP/1.1 token abc\r\n\r\n', 'HTTP/*.* ***** ***\r\n\r\n'],
  ['a reason that is no words is none', 'HTTP/1.1 200 k=1\r\n\r\n', 'HTTP/1.1 200 *=*\r\n\r\n'],
  [
    'sizes of chunks stay',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ncafe\r\n1a\r\nabc',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n****\r\n1a\r\n***',
  ],
  [
    'and only where they are in step with what follows',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n4\r\ncafe\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n****\r\n*\r\n****\r\n',
  ],
  [
    'without chunks nothing is a size',
    'HTTP/1.1 200 OK\r\n\r\n1a\r\nabc',
    'HTTP/1.1 200 OK\r\n\r\n**\r\n***',
  ],
  ['of another protocol the greeting stays', 'SSH-2.0-OpenSSH_9.6 secret', 'SSH-2.0-OpenSSH_*.* ******'],
])('%s', (_, raw, shown) => expect(blotAnswer(raw)).toBe(shown))
