import type { ParsedRequest } from './parse-request.ts'

/** Options that take a value which is no part of the request: where the answer goes, how long to wait. */
const withValue = new Set([
  '-o',
  '--output',
  '-m',
  '--max-time',
  '--connect-timeout',
  '-w',
  '--write-out',
  '--retry',
  '-x',
  '--proxy',
  '--cacert',
  '--cert',
  '-E',
  '--key',
  '-c',
  '--cookie-jar',
  '--resolve',
  '-K',
  '--config',
  '--limit-rate',
  '--max-redirs',
  '-r',
  '--range',
  '--interface',
])

/** Short options that take a value, which may be written right after them: `-XPOST`. */
const shortWithValue = new Set([
  'X',
  'H',
  'd',
  'u',
  'A',
  'e',
  'b',
  'o',
  'm',
  'w',
  'x',
  'E',
  'c',
  'K',
  'r',
  'T',
  'F',
])

interface Collected {
  method: string | null
  readonly urls: string[]
  readonly headers: [string, string][]
  readonly data: string[]
  dataAsQuery: boolean
  isHead: boolean
  isJson: boolean
  hasUrlencoded: boolean
}

/** The request that a curl command makes, or in a sentence why it can't be told. Files are not read. */
export function parseCurl(words: readonly string[]): ParsedRequest {
  const found: Collected = {
    method: null,
    urls: [],
    headers: [],
    data: [],
    dataAsQuery: false,
    isHead: false,
    isJson: false,
    hasUrlencoded: false,
  }
  const args = words.slice(1).flatMap(apart)
  for (let at = 0; at < args.length; at++) {
    const option = args[at] ?? ''
    if (!option.startsWith('-') || option === '-') {
      found.urls.push(option)
      continue
    }
    const apply = options[option]
    if (apply === undefined) {
      if (withValue.has(option)) at += 1
      continue
    }
    const value = args[at + 1]
    if (!flags.has(option)) {
      if (value === undefined) return { problem: `${option} says nothing.` }
      at += 1
    }
    const problem = apply(found, value ?? '')
    if (problem !== undefined) return { problem }
  }
  return requestOf(found)
}

type Apply = (found: Collected, value: string) => string | void

const data: Apply = (found, value) => {
  if (value.startsWith('@'))
    return `The body is in the file ${value.slice(1)}, which is not read here: paste it.`
  found.data.push(value)
}

const options: Readonly<Record<string, Apply>> = {
  '-X': (found, value) => void (found.method = value.toUpperCase()),
  '-H': (found, value) => {
    const header = headerOf(value)
    if (header) found.headers.push(header)
  },
  '-d': data,
  '--data': data,
  '--data-ascii': data,
  '--data-binary': data,
  '--data-raw': (found, value) => void found.data.push(value),
  '--data-urlencode': (found, value) => {
    if (/^[^=]*@/.test(value)) return 'A part of the body is in a file, which is not read here: paste it.'
    found.data.push(urlencoded(value))
  },
  '--json': (found, value) => {
    found.isJson = true
    return data(found, value)
  },
  '-u': (found, value) => void found.headers.push(['Authorization', `Basic ${base64(value)}`]),
  '-A': (found, value) => void found.headers.push(['User-Agent', value]),
  '-e': (found, value) => void found.headers.push(['Referer', value]),
  '-b': (found, value) => {
    if (!value.includes('='))
      return `The cookies are in the file ${value}, which is not read here: paste them.`
    found.headers.push(['Cookie', value])
  },
  '-F': () => 'A form of several parts (-F) is not read here.',
  '-T': (_, file) => `The body is in the file ${file}, which is not read here: paste it.`,
  '--url': (found, value) => void found.urls.push(value),
  '-G': (found) => void (found.dataAsQuery = true),
  '-I': (found) => void (found.isHead = true),
}

/** Options that stand alone. */
const flags: ReadonlySet<string> = new Set(['-G', '-I'])

const longNames: Readonly<Record<string, string>> = {
  '--request': '-X',
  '--header': '-H',
  '--user': '-u',
  '--user-agent': '-A',
  '--referer': '-e',
  '--cookie': '-b',
  '--form': '-F',
  '--upload-file': '-T',
  '--get': '-G',
  '--head': '-I',
}

/** `--header=X`, `-XPOST` and `-sSI` as options that stand alone. */
function apart(word: string): string[] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    const short = longNames[name] ?? name
    return equals < 0 ? [short] : [short, word.slice(equals + 1)]
  }
  if (!/^-[A-Za-z]./.test(word)) return [word]
  const letters = word.slice(1).split('')
  const at = letters.findIndex((letter) => shortWithValue.has(letter))
  if (at < 0) return letters.map((letter) => `-${letter}`)
  const flags = letters.slice(0, at + 1).map((letter) => `-${letter}`)
  const value = letters.slice(at + 1).join('')
  return value === '' ? flags : [...flags, value]
}

function requestOf(found: Collected): ParsedRequest {
  const [url] = found.urls
  if (url === undefined) return { problem: 'The command names no URL.' }
  if (found.urls.length > 1) return { problem: 'The command names more than one URL.' }
  const body = found.data.join(found.isJson ? '' : '&')
  const asQuery = found.dataAsQuery && found.data.length > 0
  const hasBody = found.data.length > 0 && !asQuery
  const headers = [...found.headers]
  const says = (name: string) => headers.some(([given]) => given.toLowerCase() === name)
  if (hasBody && found.isJson && !says('content-type')) headers.push(['Content-Type', 'application/json'])
  if (hasBody && found.isJson && !says('accept')) headers.push(['Accept', 'application/json'])
  if (hasBody && !says('content-type')) headers.push(['Content-Type', 'application/x-www-form-urlencoded'])
  return {
    request: {
      method: found.method ?? (found.isHead ? 'HEAD' : hasBody ? 'POST' : 'GET'),
      url: asQuery ? `${url}${url.includes('?') ? '&' : '?'}${body}` : url,
      headers,
      ...(hasBody ? { body } : {}),
    },
  }
}

/** `Name: value`, or `Name;` for one without a value; `Name:` takes a header out, of which there is none here. */
function headerOf(text: string): [string, string] | null {
  const colon = text.indexOf(':')
  if (colon < 0) return text.endsWith(';') ? [text.slice(0, -1).trim(), ''] : null
  const value = text.slice(colon + 1).trim()
  return value === '' ? null : [text.slice(0, colon).trim(), value]
}

/** `name=value` → its value escaped; `=value` and a bare value likewise. */
function urlencoded(text: string): string {
  const equals = text.indexOf('=')
  if (equals < 0) return encodeURIComponent(text)
  const name = text.slice(0, equals)
  const value = encodeURIComponent(text.slice(equals + 1))
  return name === '' ? value : `${name}=${value}`
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
