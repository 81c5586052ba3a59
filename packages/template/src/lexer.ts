import { TemplateSyntaxError } from './diagnostic.ts'

/** A token inside parentheses or brackets. `text` of a string is its raw content, without the quotes. */
export interface Token {
  readonly kind: 'word' | 'integer' | 'decimal' | 'string' | 'interpolated' | 'reference' | 'symbol' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The head of a reference in text or in an expression: `$name`, `$!name`, `${name`, `$!{name`. */
export interface ReferenceHead {
  readonly name: string
  readonly formal: boolean
  readonly end: number
}

const spaces = /[ \t\r\n]*/y
const number = /-?(?:\d+\.(?!\.)\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?/y
const word = /[a-zA-Z_][\w-]*/y
const symbol = /&&|\|\||==|!=|<=|>=|\.\.|[()[\]{},:=<>!+\-*/%.]/y
const reference = /\$!?(\{)?([a-zA-Z_][\w-]*)/y
const directive = /#(?:(@)?([a-zA-Z_][\w-]*)|\{([a-zA-Z_][\w-]*)\})/y
const keyword =
  /^(?:set|if|elseif|else|end|foreach|macro|define|stop|break|evaluate|include|parse|literal)(?=-|$)/
const lineEnd = /[ \t]*(?:\r\n|\n|\r)/y

/**
 * Velocity has no one token stream: the same characters mean one thing in text and another between parentheses. So
 * the parser asks for what it expects at an offset, and this class answers; it holds no position of its own.
 */
export class Lexer {
  readonly source: string
  readonly end: number

  constructor(source: string, end = source.length) {
    this.source = source
    this.end = end
  }

  /** Offset of the next character that may end plain text: `$`, `#` or `\`. */
  textEnd(from: number): number {
    for (let at = from; at < this.end; at++) {
      const code = this.source.charCodeAt(at)
      if (code === 36 || code === 35 || code === 92) return at
    }
    return this.end
  }

  reference(at: number): ReferenceHead | null {
    const match = this.#match(reference, at)
    if (match === null) return null
    return { name: match[2] ?? '', formal: match[1] !== undefined, end: at + match[0].length }
  }

  /** `#name`, `#{name}` or `#@name`; a keyword ends before a hyphen, a macro's name may contain it. */
  directive(at: number): { name: string; withBody: boolean; keyword: boolean; end: number } | null {
    const match = this.#match(directive, at)
    if (match === null) return null
    const name = match[2] ?? match[3] ?? ''
    const withBody = match[1] !== undefined
    const known = withBody ? null : keyword.exec(name)
    if (known === null) return { name, withBody, keyword: false, end: at + match[0].length }
    const end = match[3] === undefined ? at + 1 + known[0].length : at + match[0].length
    return { name: known[0], withBody, keyword: true, end }
  }

  /** Past blanks and one line break; where there is no line break, where it began. */
  afterLineEnd(at: number): number {
    const match = this.#match(lineEnd, at)
    return match === null ? at : at + match[0].length
  }

  afterSpaces(at: number): number {
    return at + (this.#match(spaces, at)?.[0].length ?? 0)
  }

  startsWith(text: string, at: number): boolean {
    return at + text.length <= this.end && this.source.startsWith(text, at)
  }

  /** Offset of `text` at or after `from`, or -1. */
  find(text: string, from: number): number {
    const at = this.source.indexOf(text, from)
    return at >= 0 && at + text.length <= this.end ? at : -1
  }

  /** A property or method name directly at `at` (after the dot), or null. */
  name(at: number): string | null {
    return this.#match(word, at)?.[0] ?? null
  }

  /** The next token of an expression, past blanks and line breaks. */
  token(from: number): Token {
    const start = this.afterSpaces(from)
    if (start >= this.end) return { kind: 'end', text: '', start, end: start }
    const first = this.source.charAt(start)
    if (first === '"' || first === "'") return this.#string(first, start)
    if (first === '$') {
      const head = this.reference(start)
      if (head !== null) return { kind: 'reference', text: head.name, start, end: head.end }
      throw new TemplateSyntaxError(
        'A "$" stands here without a name after it.',
        start,
        "Write text in quotes: '$'.",
      )
    }
    const digits = this.#match(number, start)?.[0]
    if (digits !== undefined)
      return {
        kind: /[.eE]/.test(digits) ? 'decimal' : 'integer',
        text: digits,
        start,
        end: start + digits.length,
      }
    const name = this.#match(word, start)?.[0]
    if (name !== undefined) return { kind: 'word', text: name, start, end: start + name.length }
    const sign = this.#match(symbol, start)?.[0]
    if (sign !== undefined) return { kind: 'symbol', text: sign, start, end: start + sign.length }
    throw new TemplateSyntaxError(`"${first}" has no meaning here.`, start)
  }

  /** A quote is written twice to stand for itself; a backslash is only a backslash. */
  #string(quote: string, start: number): Token {
    let at = start + 1
    for (;;) {
      at = this.find(quote, at)
      if (at < 0)
        throw new TemplateSyntaxError(
          `This text has no closing ${quote}.`,
          start,
          'In Velocity \\" does not continue a text; write "" for a quote.',
        )
      if (!this.startsWith(quote, at + 1)) break
      at += 2
    }
    const text = this.source.slice(start + 1, at)
    return { kind: quote === '"' ? 'interpolated' : 'string', text, start, end: at + 1 }
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at
    const match = pattern.exec(this.source)
    return match !== null && at + match[0].length <= this.end ? match : null
  }
}
