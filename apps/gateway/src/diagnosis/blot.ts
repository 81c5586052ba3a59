import { masked } from '../inspection/mask.ts'
import { isHarmless } from './harmless-headers.ts'

/** `/a?token=abc&x` → `/a?token=••••••&x`: names stay, values don't. */
export function withoutQueryValues(target: string): string {
  const cut = target.indexOf('?')
  if (cut < 0) return target
  const query = target
    .slice(cut + 1)
    .split('&')
    .map((pair) => {
      const end = pair.indexOf('=')
      return end < 0 || end === pair.length - 1 ? pair : `${pair.slice(0, end)}=${masked}`
    })
    .join('&')
  return `${target.slice(0, cut)}?${query}`
}

/** Of what is no HTTP, this much stays readable: enough to tell which protocol it is. */
const greetingLength = 16

/**
 * The bytes of an answer, a character each, as they may be recorded: the line of the status, names of headers, the values of
 * harmless ones and the sizes of chunks stay; of everything else only the shape does, so that a byte that no header may have
 * is seen where it was. A cut answer is looked at for its framing, and its content is nobody's business.
 */
export function blotAnswer(raw: string): string {
  if (!raw.startsWith('HTTP/')) return raw.slice(0, greetingLength) + blot(raw.slice(greetingLength))
  const end = raw.search(/\r?\n\r?\n/)
  const head = end < 0 ? raw : raw.slice(0, end)
  const body = end < 0 ? '' : raw.slice(end)
  const isChunked = /\ntransfer-encoding:[^\n]*chunked/i.test(head)
  const [status = '', ...lines] = head.split('\n')
  const statusLine = /^(HTTP\/\S{1,8} \d{1,3}(?!\d))(.*)$/s.exec(status)
  const first = statusLine ? statusLine[1] + reason(statusLine[2] ?? '') : blotBehind(status, 'HTTP/'.length)
  const shown = [first, ...lines.map(blotHeader)].join('\n')
  return shown + (isChunked ? blotChunks(body) : blot(body))
}

/** Letters, digits and what is no ASCII become `*`; blanks, signs and controls stay. */
export function blot(text: string): string {
  return text.replace(/[A-Za-z0-9\x80-\xff]/g, '*')
}

/** Sizes stay as far as the chunks are in step with them. */
function blotChunks(body: string): string {
  let shown = /^[\r\n]*/.exec(body)?.[0] ?? ''
  for (;;) {
    const [line, size = ''] = /^([0-9a-f]{1,13})\r\n/i.exec(body.slice(shown.length)) ?? []
    if (line === undefined) return shown + blot(body.slice(shown.length))
    const data = shown.length + line.length
    const end = data + Number.parseInt(size, 16)
    shown += line + blot(body.slice(data, end)) + body.slice(end, end + 2).replace(/[^\r\n]/g, '*')
    if (end + 2 >= body.length) return shown
  }
}

/** Reason phrases are words of the protocol, and short. */
function reason(text: string): string {
  return /^ [A-Za-z' -]{0,40}\r?$/.test(text) ? text : blot(text)
}

function blotHeader(line: string): string {
  const [, name, rest] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64})([\t ]*:.*)$/s.exec(line) ?? []
  if (name === undefined || rest === undefined) return blot(line)
  return isHarmless(name) ? line : name + blot(rest)
}

function blotBehind(text: string, length: number): string {
  return text.slice(0, length) + blot(text.slice(length))
}
