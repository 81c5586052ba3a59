import type { Block, Expression, MacroNode, Node, Reference } from './ast.ts'
import { TemplateSyntaxError } from './diagnostic.ts'
import { Lexer } from './lexer.ts'
import { limits } from './limits.ts'
import { ExpressionParser, unexpected } from './parse-expression.ts'

/** What ended a block: a directive that belongs to whoever opened it, or the end of the source. */
interface Ending {
  readonly name: 'end' | 'else' | 'elseif' | ''
  readonly start: number
  /** After the directive's name. */
  readonly at: number
}

const refused: Readonly<Record<string, string>> = {
  evaluate: 'Write the directives themselves; text is never run as a template.',
  include: 'Templates cannot read files. Copy the text in.',
  parse: 'Templates cannot read files. Copy the text in.',
}

/** Reads a template, or throws `TemplateSyntaxError` at the first thing it can't read. */
export function parseTemplate(source: string): Block {
  return new Parser(new Lexer(source), 0).document()
}

class Parser {
  readonly #lexer: Lexer
  readonly #depth: number
  #at = 0
  #nodes: Node[] = []
  #text = ''
  #textStart = 0

  constructor(lexer: Lexer, depth: number) {
    this.#lexer = lexer
    this.#depth = depth
  }

  document(): Block {
    const { nodes, ending } = this.#block(this.#depth)
    if (ending.name !== '')
      throw new TemplateSyntaxError(
        `This #${ending.name} closes nothing.`,
        ending.start,
        'Remove it, or open the block it belongs to.',
      )
    return nodes
  }

  #block(depth: number): { nodes: Node[]; ending: Ending } {
    if (depth > limits.nesting)
      throw new TemplateSyntaxError(`Blocks are nested more than ${limits.nesting} deep.`, this.#at)
    const outer = this.#nodes
    this.#nodes = []
    const ending = this.#nodesUntilEnding(depth)
    this.#flush()
    const nodes = this.#nodes
    this.#nodes = outer
    return { nodes, ending }
  }

  #nodesUntilEnding(depth: number): Ending {
    const lexer = this.#lexer
    while (this.#at < lexer.end) {
      const stop = lexer.textEnd(this.#at)
      this.#addText(this.#at, stop)
      this.#at = stop
      if (stop >= lexer.end) break
      const escapes = this.#escapes(stop)
      const start = stop + escapes
      if (lexer.startsWith('$', start)) this.#reference(start, escapes)
      else if (lexer.startsWith('#', start)) {
        const ending = this.#hash(start, escapes, depth)
        if (ending !== null) return ending
      } else {
        this.#addText(stop, start)
        this.#at = start
      }
    }
    return { name: '', start: lexer.end, at: lexer.end }
  }

  #escapes(from: number): number {
    let at = from
    while (this.#lexer.startsWith('\\', at)) at++
    return at - from
  }

  #reference(start: number, escapes: number): void {
    const head = this.#lexer.reference(start)
    if (head === null) {
      this.#addText(start - escapes, start + 1)
      this.#at = start + 1
      return
    }
    const reference = this.#expressions(start, (parser) => parser.reference(start, head))
    this.#push({ type: 'output', reference, escapes, start })
  }

  /** Whatever `#` begins. Backslashes before a directive halve; an odd one makes it text. */
  #hash(start: number, escapes: number, depth: number): Ending | null {
    const lexer = this.#lexer
    if (this.#commentOrRaw(start, escapes)) return null
    const directive = lexer.directive(start)
    const plain =
      directive === null || (!directive.keyword && !lexer.startsWith('(', this.#afterBlanks(directive.end)))
    if (directive === null || plain) {
      this.#addText(start - escapes, start + 1)
      this.#at = start + 1
      return null
    }
    if (escapes % 2 === 1) {
      const kept = directive.keyword ? (escapes - 1) / 2 : escapes
      this.#addText(start - kept, directive.end)
      this.#at = directive.end
      return null
    }
    this.#addText(start - escapes / 2, start)
    if (directive.keyword) return this.#keyword(directive.name, start, directive.end, depth)
    this.#call(directive.name, directive.withBody, start, directive.end, depth)
    return null
  }

  #commentOrRaw(start: number, escapes: number): boolean {
    const lexer = this.#lexer
    const raw = lexer.startsWith('#[[', start)
    if (!raw && !lexer.startsWith('##', start) && !lexer.startsWith('#*', start)) return false
    this.#addText(start - escapes, start)
    this.#flush()
    if (lexer.startsWith('##', start)) {
      const line = lexer.find('\n', start)
      this.#at = line < 0 ? lexer.end : line + 1
      return true
    }
    const close = lexer.find(raw ? ']]#' : '*#', start + 2)
    if (close < 0)
      throw new TemplateSyntaxError(
        raw ? 'This "#[[" is not closed.' : 'This comment is not closed.',
        start,
        raw ? 'Put "]]#" after it.' : 'Put "*#" after it.',
      )
    if (raw) this.#push({ type: 'text', text: lexer.source.slice(start + 3, close), start })
    this.#at = close + (raw ? 3 : 2)
    return true
  }

  #keyword(name: string, start: number, end: number, depth: number): Ending | null {
    switch (name) {
      case 'end':
      case 'else':
      case 'elseif':
        this.#at = end
        return { name, start, at: end }
      case 'stop':
      case 'break':
        this.#push({ type: name, start })
        this.#at = this.#lexer.startsWith('()', end) ? end + 2 : end
        return null
      case 'set':
        this.#set(start, end)
        return null
      case 'if':
        this.#if(start, end, depth)
        return null
      case 'literal':
        this.#literal(start, end)
        return null
      case 'foreach':
      case 'macro':
      case 'define':
        this.#blockDirective(name, start, end, depth)
        return null
      default:
        throw new TemplateSyntaxError(
          `#${name} is not available in mapping templates.`,
          start,
          refused[name],
          'template-directive-refused',
        )
    }
  }

  #set(start: number, end: number): void {
    // Velocity 1.7 drops the blanks before #set when nothing but blanks came since the last directive or reference.
    if (/^[ \t]*$/.test(this.#text)) this.#text = ''
    const open = this.#afterBlanks(end)
    if (!this.#lexer.startsWith('(', open)) {
      this.#addText(start, end)
      this.#at = end
      return
    }
    const node = this.#expressions(open + 1, (parser): Node => {
      const target = this.#variable(parser, 'The left side of #set')
      parser.expect('=', 'after the reference')
      const value = parser.expression()
      parser.expect(')', 'after the value')
      return { type: 'set', target, value, start }
    })
    this.#push(node)
    this.#at = this.#lexer.afterLineEnd(this.#at)
  }

  #if(start: number, end: number, depth: number): void {
    const branches: { condition: Expression; body: Block }[] = []
    let otherwise: Block | null = null
    let at = end
    this.#flush()
    for (;;) {
      const condition = this.#condition(at, branches.length === 0 ? '#if' : '#elseif')
      const { nodes, ending } = this.#block(depth + 1)
      branches.push({ condition, body: nodes })
      at = ending.at
      if (ending.name === 'elseif') continue
      if (ending.name === 'else') {
        this.#at = this.#lexer.afterLineEnd(at)
        const last = this.#block(depth + 1)
        otherwise = last.nodes
        this.#closeWith(last.ending, '#if', start)
      } else this.#closeWith(ending, '#if', start)
      break
    }
    this.#push({ type: 'if', branches, otherwise, start })
  }

  #condition(at: number, name: string): Expression {
    const condition = this.#expressions(at, (parser) => {
      parser.expect('(', `after ${name}`)
      const read = parser.expression()
      parser.expect(')', 'after the condition')
      return read
    })
    this.#at = this.#lexer.afterLineEnd(this.#at)
    return condition
  }

  #blockDirective(name: 'foreach' | 'macro' | 'define', start: number, end: number, depth: number): void {
    this.#flush()
    const make = this.#expressions(end, (parser): ((body: Block) => Node) => {
      parser.expect('(', `after #${name}`)
      if (name === 'macro') return this.#macroHead(parser, start)
      const variable = this.#plainVariable(parser, `#${name}`)
      if (name === 'define') {
        parser.expect(')', 'after the reference')
        return (body) => ({ type: 'define', name: variable, body, start })
      }
      const word = parser.peek()
      if (word.kind !== 'word' || word.text !== 'in') throw unexpected(word, '"in" after the loop variable')
      parser.at = word.end
      const list = parser.expression()
      parser.expect(')', 'after the list')
      return (body) => ({ type: 'foreach', variable, list, body, start })
    })
    this.#at = this.#lexer.afterLineEnd(this.#at)
    const { nodes, ending } = this.#block(depth + 1)
    this.#closeWith(ending, `#${name}`, start)
    this.#push(make(nodes))
  }

  #macroHead(parser: ExpressionParser, start: number): (body: Block) => MacroNode {
    const token = parser.peek()
    if (token.kind !== 'word') throw unexpected(token, "the macro's name")
    parser.at = token.end
    const parameters: string[] = []
    while (!parser.accept(')')) {
      if (parameters.length > 0) parser.accept(',')
      parameters.push(this.#plainVariable(parser, '#macro'))
    }
    return (body) => ({ type: 'macro', name: token.text, parameters, body, start })
  }

  /** `#name(a, b c)`: the parentheses follow at once or after blanks, arguments are separated by commas or blanks. */
  #call(name: string, withBody: boolean, start: number, end: number, depth: number): void {
    this.#flush()
    const args = this.#expressions(this.#afterBlanks(end) + 1, (parser) => {
      const read: Expression[] = []
      while (!parser.accept(')')) {
        if (read.length > 0) parser.accept(',')
        read.push(parser.operand())
      }
      return read
    })
    const called = this.#at
    this.#at = this.#lexer.afterLineEnd(called)
    let body: Block | null = null
    if (withBody) {
      const { nodes, ending } = this.#block(depth + 1)
      this.#closeWith(ending, `#@${name}`, start)
      body = nodes
    }
    const source = this.#lexer.source.slice(start, this.#at)
    this.#push({ type: 'call', name, args, body, source, start })
  }

  #literal(start: number, end: number): void {
    const open = this.#lexer.startsWith('()', end) ? end + 2 : end
    const close = this.#lexer.find('#end', open)
    if (close < 0) throw new TemplateSyntaxError('This #literal has no #end.', start)
    this.#push({ type: 'text', text: this.#lexer.source.slice(open, close), start })
    this.#at = this.#lexer.afterLineEnd(close + 4)
  }

  #closeWith(ending: Ending, opened: string, start: number): void {
    if (ending.name === '')
      throw new TemplateSyntaxError(`This ${opened} has no #end.`, start, 'Put #end after its last line.')
    if (ending.name !== 'end')
      throw new TemplateSyntaxError(`This #${ending.name} stands in ${opened}, not in an #if.`, ending.start)
    this.#at = this.#lexer.afterLineEnd(ending.at)
  }

  #variable(parser: ExpressionParser, what: string): Reference {
    const operand = parser.operand()
    if (operand.type !== 'reference')
      throw new TemplateSyntaxError(`${what} must be a reference such as $name.`, operand.start)
    return operand
  }

  #plainVariable(parser: ExpressionParser, what: string): string {
    const reference = this.#variable(parser, `The name in ${what}`)
    if (reference.steps.length > 0)
      throw new TemplateSyntaxError(`The name in ${what} must be a plain $name.`, reference.start)
    return reference.name
  }

  #expressions<T>(at: number, read: (parser: ExpressionParser) => T): T {
    const parser = new ExpressionParser(this.#lexer, at, (content, start) => this.#parseText(content, start))
    const result = read(parser)
    this.#at = parser.at
    return result
  }

  #parseText(content: string, start: number): Block {
    // The content keeps its place in the whole source only if no doubled quote was taken out of it.
    const lexer = this.#lexer
    const inPlace = lexer.startsWith(content, start)
    try {
      const inner = new Parser(
        inPlace ? new Lexer(lexer.source, start + content.length) : new Lexer(content),
        this.#depth + 1,
      )
      inner.#at = inPlace ? start : 0
      return inner.document()
    } catch (error) {
      if (!(error instanceof TemplateSyntaxError) || inPlace) throw error
      throw new TemplateSyntaxError(error.message, start, error.suggest, error.code)
    }
  }

  #afterBlanks(at: number): number {
    let after = at
    while (this.#lexer.startsWith(' ', after) || this.#lexer.startsWith('\t', after)) after++
    return after
  }

  #addText(from: number, to: number): void {
    if (this.#text === '') this.#textStart = from
    this.#text += this.#lexer.source.slice(from, to)
  }

  #push(node: Node): void {
    this.#flush()
    this.#nodes.push(node)
  }

  #flush(): void {
    if (this.#text !== '') this.#nodes.push({ type: 'text', text: this.#text, start: this.#textStart })
    this.#text = ''
  }
}
