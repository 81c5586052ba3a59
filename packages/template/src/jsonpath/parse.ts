import type { Filter, JsonPath, Operand, PathStep } from './ast.ts'

/** Compiles a path as Jayway reads it, or answers null when it is no path. */
export function parseJsonPath(text: string): JsonPath | null {
  const known = cache.get(text)
  if (known !== undefined) return known
  const path = parse(text.trim())
  if (cache.size >= 500) cache.clear()
  cache.set(text, path)
  return path
}

const cache = new Map<string, JsonPath | null>()

class NotAPath extends Error {}

function parse(text: string): JsonPath | null {
  if (text === '') return null
  // Jayway puts the missing "$." in front itself.
  const reader = new Reader(/^[$@]/.test(text) ? text : `$.${text}`)
  try {
    const path = reader.path()
    return reader.atEnd() ? path : null
  } catch (error) {
    if (error instanceof NotAPath) return null
    throw error
  }
}

const propertyName = /[^.[\]()\s,=<>!&|]+/y
const quotedName = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*/y
const indexes = /\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*\]/y
const slice = /\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*\d*\s*)?\]/y
const lengthIndex = /\(\s*@\.length(?:\(\))?\s*-\s*(\d+)\s*\)\]/y
const functionName = /\.([a-z]\w*)\(/y
const comparison =
  /\s*(===|!==|==|!=|<=|>=|<|>|=~|(?:in|nin|subsetof|anyof|noneof|size|empty|contains|type)\b)\s*/iy
const numberLiteral = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordLiteral = /(?:true|false|null)\b/y
const regexLiteral = /\/((?:[^/\\]|\\.)+)\/([a-z]*)/y

class Reader {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  atEnd(): boolean {
    this.#blanks()
    return this.#at >= this.#text.length
  }

  path(): JsonPath {
    const root = this.#text[this.#at] === '@' ? '@' : '$'
    this.#at++
    const steps: PathStep[] = []
    let tail: JsonPath['tail'] = null
    while (tail === null) {
      const call = this.#match(functionName)
      if (call !== null) tail = { name: call[1] ?? '', args: this.#arguments() }
      else if (this.#accept('..')) {
        steps.push({ type: 'scan' })
        // "..name" has no dot of its own, "..[0]" needs none.
        if (this.#peek() !== '[') steps.push(this.#dotted())
      } else if (this.#accept('.')) {
        if (this.#peek() !== '[') steps.push(this.#dotted())
      } else if (this.#accept('[')) steps.push(this.#bracket())
      else break
    }
    if (steps.at(-1)?.type === 'scan') throw new NotAPath()
    const definite = steps.every(
      (step, i) =>
        step.type === 'name' || step.type === 'index' || (step.type === 'names' && i === steps.length - 1),
    )
    return { root, steps, tail, definite }
  }

  #dotted(): PathStep {
    if (this.#accept('*')) return { type: 'wildcard' }
    const name = this.#match(propertyName)
    if (name === null) throw new NotAPath()
    return { type: 'name', name: name[0] }
  }

  #bracket(): PathStep {
    this.#blanks()
    if (this.#accept('*]')) return { type: 'wildcard' }
    if (this.#accept('?')) {
      this.#blanks()
      this.#require('(')
      const filter = this.#or()
      this.#require(')')
      this.#require(']')
      return { type: 'filter', filter }
    }
    const last = this.#match(lengthIndex)
    if (last !== null) return { type: 'index', index: -Number(last[1]) }
    const range = this.#match(slice)
    if (range !== null) return { type: 'slice', from: optional(range[1]), to: optional(range[2]) }
    const numbers = this.#match(indexes)
    if (numbers !== null) {
      const list = (numbers[1] ?? '').split(',').map(Number)
      return list.length === 1 ? { type: 'index', index: list[0] ?? 0 } : { type: 'indexes', indexes: list }
    }
    return this.#quotedNames()
  }

  #quotedNames(): PathStep {
    const names: string[] = []
    do {
      const match = this.#match(quotedName)
      if (match === null) throw new NotAPath()
      names.push((match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'))
    } while (this.#accept(','))
    this.#require(']')
    return names.length === 1 ? { type: 'name', name: names[0] ?? '' } : { type: 'names', names }
  }

  #arguments(): Operand[] {
    const args: Operand[] = []
    this.#blanks()
    while (!this.#accept(')')) {
      if (args.length > 0) this.#require(',')
      args.push(this.#operand())
      this.#blanks()
    }
    return args
  }

  #or(): Filter {
    if (++this.#depth > 100) throw new NotAPath()
    let left = this.#and()
    while (this.#acceptAfterBlanks('||')) left = { type: 'or', left, right: this.#and() }
    this.#depth--
    return left
  }

  #and(): Filter {
    let left = this.#not()
    while (this.#acceptAfterBlanks('&&')) left = { type: 'and', left, right: this.#not() }
    return left
  }

  #not(): Filter {
    if (++this.#depth > 100) throw new NotAPath()
    const filter = this.#single()
    this.#depth--
    return filter
  }

  #single(): Filter {
    this.#blanks()
    if (this.#accept('!')) return { type: 'not', filter: this.#not() }
    if (this.#accept('(')) {
      const inner = this.#or()
      this.#blanks()
      this.#require(')')
      return inner
    }
    const left = this.#operand()
    const operator = this.#match(comparison)
    if (operator !== null)
      return { type: 'compare', operator: (operator[1] ?? '').toLowerCase(), left, right: this.#operand() }
    this.#blanks()
    if (left.type !== 'path') throw new NotAPath()
    return { type: 'exists', path: left.path }
  }

  #operand(): Operand {
    this.#blanks()
    const first = this.#peek()
    if (first === '$' || first === '@') return { type: 'path', path: this.path() }
    if (first === '[') return { type: 'literal', value: this.#listLiteral() }
    const regex = this.#match(regexLiteral)
    if (regex !== null) return { type: 'regex', regex: toRegex(regex[1] ?? '', regex[2] ?? '') }
    return { type: 'literal', value: this.#scalarLiteral() }
  }

  #listLiteral(): unknown[] {
    const list: unknown[] = []
    this.#require('[')
    this.#blanks()
    while (!this.#accept(']')) {
      if (list.length > 0) this.#require(',')
      this.#blanks()
      list.push(this.#scalarLiteral())
      this.#blanks()
    }
    return list
  }

  #scalarLiteral(): unknown {
    const text = this.#match(quotedName)
    if (text !== null) return (text[1] ?? text[2] ?? '').replace(/\\(.)/g, '$1')
    const number = this.#match(numberLiteral)
    if (number !== null) return Number(number[0])
    const word = this.#match(wordLiteral)
    if (word === null) throw new NotAPath()
    return word[0] === 'null' ? null : word[0] === 'true'
  }

  #peek(): string {
    return this.#text.charAt(this.#at)
  }

  #blanks(): void {
    while (/\s/.test(this.#peek())) this.#at++
  }

  #accept(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #acceptAfterBlanks(text: string): boolean {
    this.#blanks()
    return this.#accept(text)
  }

  #require(text: string): void {
    this.#blanks()
    if (!this.#accept(text)) throw new NotAPath()
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match !== null) this.#at += match[0].length
    return match
  }
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

function toRegex(source: string, flags: string): RegExp {
  try {
    // Jayway matches the whole text.
    return new RegExp(`^(?:${source})$`, flags.replace(/[^ims]/g, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotAPath()
    throw error
  }
}
