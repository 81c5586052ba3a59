/**
 * The status that a mock's rendered request template asks for: its integer `statusCode`, or undefined, which fails the
 * call. Amazon reads it with json-smart's permissive parser, so names and texts need no quotes, `'` is a quote, commas
 * may be too many, and what follows the closing brace is ignored. This reads the same language.
 */
export function renderMockStatus(output: string): number | undefined {
  try {
    const status = new PermissiveReader(output).topLevelMember('statusCode')
    return typeof status === 'number' ? status : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Unreadable extends Error {}

/** An integer, or anything else: only a number can be a status. */
type Scalar = number | null

class PermissiveReader {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  topLevelMember(wanted: string): Scalar {
    this.#skip()
    if (this.#peek() !== '{') throw new Unreadable()
    let found: Scalar = null
    this.#object((name, value) => {
      if (name === wanted) found = value
    })
    return found
  }

  #object(member: (name: string, value: Scalar) => void): void {
    this.#enter()
    this.#at++
    for (;;) {
      const char = this.#skip()
      if (char === '' || ':]['.includes(char) || char === '{') throw new Unreadable()
      if (char === '}') return this.#leave()
      if (char === ',') {
        this.#at++
        continue
      }
      const name = char === '"' || char === "'" ? this.#quoted(char) : this.#bare(':')
      if (this.#skip() !== ':') throw new Unreadable()
      this.#at++
      member(name, this.#value('},'))
      const next = this.#skip()
      if (next !== ',' && next !== '}') throw new Unreadable()
    }
  }

  #array(): void {
    this.#enter()
    this.#at++
    for (;;) {
      const char = this.#skip()
      if (char === '' || ':}'.includes(char)) throw new Unreadable()
      if (char === ']') return this.#leave()
      if (char === ',') this.#at++
      else this.#value('],')
    }
  }

  #value(stops: string): Scalar {
    const char = this.#skip()
    if (char === '' || ':}]'.includes(char)) throw new Unreadable()
    if (char === '{') this.#object(() => undefined)
    else if (char === '[') this.#array()
    else if (char === '"' || char === "'") this.#quoted(char)
    else {
      const word = this.#bare(stops)
      return /^-?\d+$/.test(word) ? Number(word) : null
    }
    return null
  }

  #quoted(quote: string): string {
    let at = this.#at + 1
    while (at < this.#text.length && this.#text[at] !== quote) at += this.#text[at] === '\\' ? 2 : 1
    if (at >= this.#text.length) throw new Unreadable()
    const content = this.#text.slice(this.#at + 1, at)
    this.#at = at + 1
    return content.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  #bare(stops: string): string {
    const start = this.#at
    while (this.#at < this.#text.length && !stops.includes(this.#peek())) this.#at++
    return this.#text.slice(start, this.#at).trim()
  }

  #enter(): void {
    if (++this.#depth > 200) throw new Unreadable()
  }

  #leave(): void {
    this.#depth--
    this.#at++
  }

  #peek(): string {
    return this.#text.charAt(this.#at)
  }

  /** The next character that is no blank; '' at the end. */
  #skip(): string {
    while (/\s/.test(this.#peek())) this.#at++
    return this.#peek()
  }
}
