const quote = 34
const backslash = 92

/**
 * Reads a JSON text value by value, so that a large one need not be parsed in one go. What a value says is left to JSON.parse;
 * here it is only found out where it ends. Throws SyntaxError where the text can't go on as it should.
 */
export class JsonCursor {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The members of the object that comes, by name; whoever asks for them takes the value of each before the next. */
  *members(): Generator<string> {
    this.#expect('{')
    if (this.#takes('}')) return
    do {
      const name: unknown = this.value()
      if (typeof name !== 'string') throw this.#unexpected()
      this.#expect(':')
      yield name
    } while (this.#takes(','))
    this.#expect('}')
  }

  /** The elements of the array that comes, in the same way. */
  *elements(): Generator<void> {
    this.#expect('[')
    if (this.#takes(']')) return
    do yield
    while (this.#takes(','))
    this.#expect(']')
  }

  /** The value that comes. */
  value(): unknown {
    this.#skipBlanks()
    const from = this.#at
    this.#skipValue()
    return JSON.parse(this.#text.slice(from, this.#at))
  }

  /** Which of them comes. */
  get isArray(): boolean {
    this.#skipBlanks()
    return this.#text[this.#at] === '['
  }

  end(): void {
    this.#skipBlanks()
    if (this.#at < this.#text.length) throw this.#unexpected()
  }

  #skipValue(): void {
    let depth = 0
    do {
      const code = this.#text.charCodeAt(this.#at)
      if (Number.isNaN(code)) throw this.#unexpected()
      if (code === quote) this.#skipText()
      else if (code === 123 || code === 91) {
        depth++
        this.#at++
      } else if (code === 125 || code === 93) {
        if (depth === 0) throw this.#unexpected()
        depth--
        this.#at++
      } else if (depth === 0) this.#skipWord()
      else this.#at++
    } while (depth > 0)
  }

  #skipText(): void {
    let end = this.#at
    let escapes: number
    do {
      end = this.#text.indexOf('"', end + 1)
      if (end < 0) throw this.#unexpected()
      escapes = 0
      while (this.#text.charCodeAt(end - 1 - escapes) === backslash) escapes++
    } while (escapes % 2 === 1)
    this.#at = end + 1
  }

  /** A number, `true`, `false` or `null`. */
  #skipWord(): void {
    const from = this.#at
    while (/[\w+.-]/.test(this.#text[this.#at] ?? '')) this.#at++
    if (this.#at === from) throw this.#unexpected()
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      this.#at++
    }
  }

  #takes(sign: string): boolean {
    this.#skipBlanks()
    if (this.#text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw this.#unexpected()
  }

  #unexpected(): SyntaxError {
    return new SyntaxError(`the JSON text can't go on so at ${this.#at}`)
  }
}
