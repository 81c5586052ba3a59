/** Numbers that a seed makes, the same on every machine (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, and without, `sides`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides) | 0
  }

  of<T>(values: readonly T[]): T {
    return values[this.roll(values.length)]!
  }

  chance(oneIn: number): boolean {
    return this.roll(oneIn) === 0
  }
}

const octets = [
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\t',
  ':',
  ';',
  ',',
  '\x00',
  '\x0b',
  '\x7f',
  '\x80',
  '\xff',
  '"',
  '\\',
  '0',
  'a',
  '#',
  '/',
  '=',
]
const headerLines = [
  'X: y',
  'X:',
  'x-a:  b ',
  'Accept: */*',
  'Connection: keep-alive',
  'Connection: close, x',
  'Expect: 100-continue',

  'Content-Length: 5',
  'Content-Length: 0',
  'Content-Length:5',
  'Transfer-Encoding: chunked',
  'Upgrade: h2c',

  'Transfer-Encoding: identity',
  'Host: y',
  'Keep-Alive: timeout=5',
  'X: \xe9\xff',
  'TE: trailers',
  'Trailer: X',
]
const bodies = [
  '',
  '',
  'hello',
  '0\r\n\r\n',
  '5\r\nhello\r\n0\r\n\r\n',
  '1\r\na\r\n2;x=y\r\nbc\r\n0\r\n\r\n',
  '3\r\nabc\r\n0\r\nT: v\r\n\r\n',
  'A\r\n0123456789\r\n0\r\n\r\n',
  '05\r\nhello\r\n00\r\n\r\n',
  '5;a="\\""\r\nhello\r\n0\r\n\r\n',
]
const lines = (dice: Dice, most: number) => {
  let text = ''
  for (let count = dice.roll(most); count > 0; count--) text += `${dice.of(headerLines)}\r\n`
  return text
}

/** Some requests after one another, mostly well formed. */
export function requests(dice: Dice): string {
  let text = ''
  for (let count = 1 + dice.roll(3); count > 0; count--) {
    const method = dice.of(['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH'])
    const target = dice.of(['/', '/a', '/a?b=c', '/%41//b', '*', 'http://x/a', '/\xe9', 'a', '/a#b', '//x'])
    const host = dice.chance(12) ? '' : 'Host: x\r\n'
    text += `${method} ${target} ${dice.of(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0'])}\r\n${host}${lines(dice, 4)}\r\n${dice.of(bodies)}`
  }
  return mutated(dice, text)
}

/** An answer, mostly well formed. */
export function answer(dice: Dice): string {
  const status = dice.of([
    '200 OK',
    '200',
    '204 No Content',
    '304 Not Modified',
    '404 Not Found',
    '299 ',
    '100 Continue\r\n\r\nHTTP/1.1 200 OK',
  ])
  return mutated(
    dice,
    `${dice.of(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0'])} ${status}\r\n${lines(dice, 5)}\r\n${dice.of(bodies)}`,
  )
}

function mutated(dice: Dice, text: string): string {
  let result = text
  while (dice.chance(2)) {
    const at = dice.roll(result.length + 1)
    const cut = dice.of([0, 0, 1, 1, 2, dice.roll(20)])
    const added = dice.of([
      '',
      dice.of(octets),
      dice.of(octets),
      String.fromCharCode(dice.roll(256)),
      result.slice(at, at + dice.roll(30)),
    ])
    result = result.slice(0, at) + added + result.slice(at + cut)
  }
  return result
}

/** The text in pieces. */
export function split(dice: Dice, text: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    const to = dice.chance(2) ? text.length : Math.min(text.length, from + 1 + dice.roll(40))
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}
