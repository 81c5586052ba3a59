const evil = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n'
const head = (...lines: string[]) =>
  `POST /one HTTP/1.1\r\nHost: x\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`
const hex = (text: string) => text.length.toString(16)

/** One request with another inside that nobody may come to see as a request, by what is tried. */
export interface Attempt {
  readonly name: string
  readonly bytes: string
}

const encodings = [
  'chunked',
  'Chunked',
  'CHUNKED',
  ' chunked',
  '\tchunked',
  'chunked ',
  'chunked\t',
  'xchunked',
  'chunkedx',

  'chunked, identity',
  'identity, chunked',
  'chunked, chunked',
  'gzip, chunked',
  'chunked, gzip',
  'identity',

  '"chunked"',
  "'chunked'",
  'chunked;q=1',
  'chunked; a=b',
  ', chunked',
  'chunked,',
  ',',
  '',
  ' ',
  'cow',
  'chunk',

  'chunked\x00',
  '\x00chunked',
  '\x0bchunked',
  'chunked\x0b',
  '\x0cchunked',
  'chunked\x7f',
  '\xa0chunked',

  'chunked\r\n\tx',
  '\r\n chunked',
  'chun\r\n ked',
  '\nchunked',
  '\rchunked',
  'chunked\nX: y',
  '\u00e7hunked',
]

const encodingNames = [
  'Transfer-Encoding',
  'transfer-encoding',
  'TRANSFER-ENCODING',
  'Transfer-Encoding ',
  'Transfer-Encoding\t',
  ' Transfer-Encoding',
  '\tTransfer-Encoding',
  'Transfer-Encoding\x00',
  'Transfer-Encoding\x0b',
  'X: y\nTransfer-Encoding',
  'X: y\rTransfer-Encoding',
  'X\r\n Transfer-Encoding',
  ':Transfer-Encoding',
]

const chunkSizes: ((size: string) => string)[] = [
  (size) => size,
  (size) => `0${size}`,
  (size) => size.toUpperCase(),
  (size) => `0x${size}`,
  (size) => `+${size}`,
  (size) => `-${size}`,
  (size) => ` ${size}`,
  (size) => `${size} `,
  (size) => `${size}\t`,
  (size) => `${size}\x0b`,
  (size) => `${size}\x00`,
  (size) => `${size};`,
  (size) => `${size};a`,
  (size) => `${size};a=b`,
  (size) => `${size};a="b\\"\r"`,
  (size) => `${size};a="b;c"`,
  (size) => `${size};a"b"`,
  (size) => `${size};a=b"c"`,
  (size) => `${size};\n`,
  (size) => `${size};a\nb`,
  (size) => `${size};a\r\r`,
  (size) => `${size}\n`,
  (size) => `${size}\r`,
  (size) => `${size},`,
  (size) => `${size}g`,
  (size) => `${size}.0`,
  (size) => `${size};${'a'.repeat(20_000)}`,
  (size) => `1${'0'.repeat(16)}${size}`,
  (size) => `${'0'.repeat(30)}${size}`,
  () => '',
  () => ';',
  () => '-0',
  () => '0x',
  () => 'g',
]

const lengths: ((length: number) => string)[] = [
  (length) => String(length),
  (length) => `0${length}`,
  (length) => ` ${length}`,
  (length) => `${length} `,
  (length) => `+${length}`,
  (length) => `-${length}`,
  (length) => `0x${length.toString(16)}`,
  (length) => `${length},${length}`,
  (length) => `${length}, ${length}`,
  (length) => `0, ${length}`,
  (length) => `${length}, 0`,
  (length) => `${length};`,
  (length) => `${length}.0`,
  (length) => `${length}e0`,
  (length) => `${length}\x00`,
  (length) => `${length}\x0b`,
  (length) => `"${length}"`,
  (length) => `${length} 0`,
  (length) => `0 ${length}`,
  (length) => `${length}\n`,
  (length) => `${'0'.repeat(40)}${length}`,
  (length) => `184467440737095516${length}`,
  () => '',
  () => ' ',
  () => 'NaN',
  () => '\u0665',
]

/** How a body of chunks may end, or not: what follows is the hidden request. */
const chunkEnds = [
  '5\r\nhello0\r\n\r\n',
  '5\r\nhello\n0\r\n\r\n',
  '5\r\nhello\r0\r\n\r\n',
  '5\r\nhelloxx0\r\n\r\n',
  '5\nhello\r\n0\r\n\r\n',

  '5\rhello\r\n0\r\n\r\n',
  '0\n\n',
  '0\r\n\n',
  '0\n\r\n',
  '0\r\r',
  '0\r\n\r',
  '0\r\n\rX',
  '0 \r\n\r\n',
  '0;\n\r\n',

  '0\r\nX : y\r\n\r\n',
  '0\r\n X: y\r\n\r\n',
  '0\r\nX: y\n\r\n',
  '0\r\nX: y\r\r\n',
  '0\r\nX\r\n\r\n',
  '0\r\nX: \x00\r\n\r\n',
  '0\r\n: y\r\n\r\n',
  '0\r\nX: y\r\n z\r\n\r\n',
  '-0\r\n\r\n',
  '0x0\r\n\r\n',
  '+0\r\n\r\n',
  'x\r\n\r\n',
]

/** Where a head may seem to end. */
const headEnds = [
  '\n\n',
  '\r\r',
  '\n\r\n',
  '\r\n\n',
  '\r\n\r',
  '\n\r',
  '\r\n \r\n',
  '\r\n\t\r\n',
  '\x00\r\n\r\n',
  '\r\n\x00\r\n\r\n',
  '\r\n\x0b\r\n\r\n',
]

/** Tricks by which one request was made to be read as two. None of these may let the hidden one through. */
export function smugglingAttempts(): Attempt[] {
  const attempts: Attempt[] = []
  const add = (name: string, bytes: string) =>
    attempts.push({ name: `${name} ${JSON.stringify(bytes.slice(0, 160))}`, bytes })
  for (const name of encodingNames)
    for (const value of name === 'Transfer-Encoding' ? encodings : encodings.slice(0, 4)) {
      const rest = `0\r\n\r\n${evil}`
      add('CL.TE', head(`Content-Length: ${rest.length}`, `${name}:${value}`) + rest)
      add('TE, then CL', head(`${name}: ${value}`, `Content-Length: ${rest.length}`) + rest)
      add('TE.CL', head('Content-Length: 4', `${name}: ${value}`) + `${hex(evil)}\r\n${evil}\r\n0\r\n\r\n`)
      add('TE alone', head(`${name}: ${value}`) + `${hex(evil)}\r\n${evil}\r\n0\r\n\r\n`)
      add('TE.TE', head('Transfer-Encoding: chunked', `${name}: ${value}`) + rest)
    }
  for (const size of chunkSizes)
    add('chunk size', head('Transfer-Encoding: chunked') + `${size(hex(evil))}\r\n${evil}\r\n0\r\n\r\n`)
  for (const end of chunkEnds) add('chunk end', head('Transfer-Encoding: chunked') + end + evil)
  for (const length of lengths) {
    add('CL', head(`Content-Length: ${length(evil.length)}`) + evil)
    add('CL.CL', head('Content-Length: 0', `Content-Length: ${length(evil.length)}`) + evil)
    add('CL.CL', head(`Content-Length: ${length(evil.length)}`, 'Content-Length: 0') + evil)
  }
  for (const end of headEnds) {
    add('head end', `GET /one HTTP/1.1\r\nHost: x${end}${evil}`)
    add('head end', `GET /one HTTP/1.1\r\nHost: x\r\nX: y${end}${evil}`)
    add('line end', `GET /one HTTP/1.1${end}${evil}`)
  }
  for (const octet of ['\x00', '\x01', '\x0b', '\x0c', '\x7f', '\r', '\n', ' ', '\t', '#']) {
    add('target', `GET /one${octet}x HTTP/1.1\r\nHost: x\r\nContent-Length: 0${octet}\r\n\r\n${evil}`)
    add('value', `GET /one HTTP/1.1\r\nHost: x\r\nX: a${octet}b${octet}\r\n${octet}\r\n${evil}`)
  }
  for (const version of [
    'HTTP/1.0',
    'HTTP/0.9',
    'HTTP/2.0',
    'HTTP/1.2',
    'http/1.1',
    'HTTP/1.1 ',
    'HTTP/11',
    'HTTP/1.1\x00',
    '',
  ])
    add(
      'version',
      `POST /one ${version}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${hex(evil)}\r\n${evil}\r\n0\r\n\r\n`,
    )
  return attempts
}
