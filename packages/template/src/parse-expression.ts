import type { BinaryOperator, Block, Expression, Reference, Step } from './ast.ts'
import { TemplateSyntaxError } from './diagnostic.ts'
import type { Lexer, ReferenceHead, Token } from './lexer.ts'
import { limits } from './limits.ts'

/** Loosest first. Words are the long forms of Velocity's operators. */
const levels: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': '||', or: '||' },
  { '&&': '&&', and: '&&' },
  { '==': '==', eq: '==', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', '%': '%' },
]
const operators = levels.map((level) => new Map(Object.entries(level)))

/** Turns the raw content of a double-quoted text, found at an offset, into a block. */
export type ParseText = (content: string, start: number) => Block

/** Reads what stands between parentheses and brackets. `at` is where the next token starts. */
export class ExpressionParser {
  at: number
  readonly #lexer: Lexer
  readonly #parseText: ParseText
  #depth = 0
  #peeked: Token | null = null
  #peekedAt = -1

  constructor(lexer: Lexer, at: number, parseText: ParseText) {
    this.#lexer = lexer
    this.at = at
    this.#parseText = parseText
  }

  expression(level = 0): Expression {
    const table = operators[level]
    if (table === undefined) return this.#unary()
    let left = this.expression(level + 1)
    for (;;) {
      const token = this.peek()
      const operator = token.kind === 'symbol' || token.kind === 'word' ? table.get(token.text) : undefined
      if (operator !== undefined) {
        this.at = token.end
        left = { type: 'binary', operator, left, right: this.expression(level + 1), start: left.start }
      } else if (
        table.has('-') &&
        (token.kind === 'integer' || token.kind === 'decimal') &&
        token.text.startsWith('-')
      ) {
        // "3-1": the sign belongs to the operator, not to the number.
        this.at = token.start + 1
        left = { type: 'binary', operator: '-', left, right: this.expression(level + 1), start: left.start }
      } else return left
    }
  }

  /** One operand without operators: macro arguments are separated by blanks. */
  operand(): Expression {
    return this.#nested(() => this.#primary(this.#next()))
  }

  /** The next token. Every level of operators looks at it, so it is kept until the parser moves on. */
  peek(): Token {
    if (this.#peeked === null || this.#peekedAt !== this.at) {
      this.#peeked = this.#lexer.token(this.at)
      this.#peekedAt = this.at
    }
    return this.#peeked
  }

  expect(symbol: string, where: string): Token {
    const token = this.peek()
    if (token.kind !== 'symbol' || token.text !== symbol) throw unexpected(token, `"${symbol}" ${where}`)
    this.at = token.end
    return token
  }

  accept(symbol: string): boolean {
    const token = this.peek()
    if (token.kind !== 'symbol' || token.text !== symbol) return false
    this.at = token.end
    return true
  }

  /** The reference whose head has been read; leaves `at` after it, past the closing brace of `${…}`. */
  reference(start: number, head: ReferenceHead): Reference {
    this.at = head.end
    const steps = this.#nested(() => this.#steps())
    if (head.formal) {
      if (!this.#lexer.startsWith('}', this.at))
        throw new TemplateSyntaxError(
          `"\${${head.name}" is not closed.`,
          this.at,
          'Put a "}" after the reference.',
        )
      this.at++
    }
    return {
      type: 'reference',
      name: head.name,
      steps,
      source: this.#lexer.source.slice(start, this.at),
      start,
    }
  }

  #steps(): Step[] {
    const steps: Step[] = []
    for (;;) {
      const start = this.at
      if (this.#lexer.startsWith('.', start)) {
        const name = this.#lexer.name(start + 1)
        if (name === null) return steps
        this.at = start + 1 + name.length
        if (this.#lexer.startsWith('(', this.at)) {
          this.at++
          steps.push({ type: 'method', name, args: this.#list(')'), start: start + 1 })
        } else steps.push({ type: 'property', name, start: start + 1 })
      } else if (this.#lexer.startsWith('[', start)) {
        this.at = start + 1
        const index = this.#index(start)
        steps.push({ type: 'index', index, start })
      } else return steps
    }
  }

  #index(start: number): Expression {
    try {
      const index = this.expression()
      this.expect(']', 'after the index')
      return index
    } catch (error) {
      if (!(error instanceof TemplateSyntaxError) || error.suggest !== undefined) throw error
      const hint = 'If the bracket is text and not an index, put the reference in braces: ${name}[…].'
      throw new TemplateSyntaxError(error.message, Math.max(error.offset, start), hint)
    }
  }

  #unary(): Expression {
    const token = this.peek()
    if ((token.kind === 'symbol' && token.text === '!') || (token.kind === 'word' && token.text === 'not')) {
      this.at = token.end
      return { type: 'not', operand: this.#nested(() => this.#unary()), start: token.start }
    }
    return this.operand()
  }

  #primary(token: Token): Expression {
    const { start, text } = token
    switch (token.kind) {
      case 'integer':
      case 'decimal':
        return { type: token.kind, text, start }
      case 'string':
        return { type: 'constant', value: text.replaceAll("''", "'"), start }
      case 'interpolated':
        return this.#interpolated(text, start)
      case 'reference': {
        const head = this.#lexer.reference(start)
        if (head === null) break
        return this.reference(start, head)
      }
      case 'word':
        if (text === 'true' || text === 'false') return { type: 'constant', value: text === 'true', start }
        throw new TemplateSyntaxError(
          `"${text}" is neither a reference nor a text.`,
          start,
          `Write $${text} or '${text}'.`,
        )
      case 'symbol':
        if (text === '(') {
          const inner = this.expression()
          this.expect(')', 'after the expression')
          return inner
        }
        if (text === '[') return this.#listOrRange(start)
        if (text === '{') return this.#map(start)
    }
    throw unexpected(token, 'a value')
  }

  #interpolated(content: string, start: number): Expression {
    const text = content
      .replaceAll('""', '"')
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    if (!/[$#]/.test(text)) return { type: 'constant', value: text, start }
    return { type: 'interpolation', body: this.#parseText(text, start + 1), start }
  }

  #listOrRange(start: number): Expression {
    if (this.accept(']')) return { type: 'list', items: [], start }
    const first = this.expression()
    if (this.accept('..')) {
      const to = this.expression()
      this.expect(']', 'after the range')
      return { type: 'range', from: first, to, start }
    }
    const rest = this.accept(',') ? this.#list(']', true) : (this.expect(']', 'after the list'), [])
    return { type: 'list', items: [first, ...rest], start }
  }

  #map(start: number): Expression {
    const entries: [Expression, Expression][] = []
    if (this.accept('}')) return { type: 'map', entries, start }
    do {
      const key = this.expression()
      this.expect(':', 'between key and value')
      entries.push([key, this.expression()])
    } while (this.accept(','))
    this.expect('}', 'after the map')
    return { type: 'map', entries, start }
  }

  #list(close: string, some = false): Expression[] {
    const items: Expression[] = []
    if (!some && this.accept(close)) return items
    do items.push(this.expression())
    while (this.accept(','))
    this.expect(close, 'after the last value')
    return items
  }

  #next(): Token {
    const token = this.peek()
    this.at = token.end
    return token
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > limits.nesting)
      throw new TemplateSyntaxError(`Expressions are nested more than ${limits.nesting} deep.`, this.at)
    const result = read()
    this.#depth--
    return result
  }
}

export function unexpected(token: Token, wanted: string): TemplateSyntaxError {
  const found = token.kind === 'end' ? 'the template ends' : `"${token.text}" stands`
  return new TemplateSyntaxError(
    `${wanted[0]?.toUpperCase()}${wanted.slice(1)} is missing: ${found} here.`,
    token.start,
  )
}
