import { method, methodTable } from '../functions/method.ts'
import { parseJson } from '../json/parse.ts'
import { writeJson } from '../json/write.ts'
import { evaluateJsonPath } from '../jsonpath/evaluate.ts'
import { fromPlain } from '../values/plain.ts'
import { print } from '../values/print.ts'
import { HostObject, type Value, type ValueMap } from '../values/value.ts'
import type { TemplateScope } from './scope.ts'

export const inputMethods = methodTable<Input>([
  method(
    'json',
    1,
    'What a JSONPath finds in the body, as JSON text; "" in quotes when it finds nothing.',
    (input, [path = null]) => {
      const found = input.find(print(path))
      return found === undefined ? '""' : writeJson(found)
    },
  ),
  method(
    'path',
    1,
    'What a JSONPath finds in the body, as a value.',
    (input, [path = null]) => input.find(print(path)) ?? null,
  ),
  method(
    'params',
    [0, 1],
    'All parameters, or the one of a name from path, querystring or header, in this order.',
    (input, args) => {
      const [name] = args
      return name === undefined ? input.params : input.param(print(name))
    },
  ),
])

/** `$input` of one render. Body and parameters become values when a template first asks for them. */
export class Input extends HostObject {
  readonly #scope: TemplateScope
  #body: Value | undefined
  #params: ValueMap | null = null

  constructor(scope: TemplateScope) {
    super()
    this.#scope = scope
  }

  override get methods() {
    return inputMethods
  }

  /** `$input.body`: an empty body reads as `{}`. */
  override get(name: string): Value {
    return name === 'body' ? this.#text : null
  }

  override print(): string {
    return ''
  }

  get params(): ValueMap {
    const { path, querystring, header } = this.#scope.params
    this.#params ??= new Map<string, Value>([
      ['path', fromPlain(path)],
      ['querystring', fromPlain(querystring)],
      ['header', fromPlain(header, () => new HeaderMap())],
    ])
    return this.#params
  }

  param(name: string): string {
    const { path, querystring, header } = this.#scope.params
    for (const group of [path, querystring, header]) if (Object.hasOwn(group, name)) return group[name] ?? ''
    const wanted = name.toLowerCase()
    const actual = Object.keys(header).find((key) => key.toLowerCase() === wanted)
    return actual === undefined ? '' : (header[actual] ?? '')
  }

  /** Undefined when nothing is there. The value is the body's own: a template that changes it sees it changed. */
  find(path: string): Value | undefined {
    if (this.#body === undefined) this.#body = parseBody(this.#text)
    if (path === '$') return this.#body
    const found = evaluateJsonPath(this.#body, path)
    return found === undefined ? undefined : (found as Value)
  }

  get #text(): string {
    return this.#scope.body === '' ? '{}' : this.#scope.body
  }
}

/** Text that is not JSON is itself the value, so `$` finds it and every other path finds nothing. */
function parseBody(text: string): Value {
  return parseJson(text) ?? (text.trim() === 'null' ? null : text)
}

/** Header names: as sent, and when that finds nothing, in any case. */
class HeaderMap extends Map<string, Value> {
  override get(name: string): Value | undefined {
    return super.get(name) ?? super.get(this.#actual(name))
  }

  override has(name: string): boolean {
    return super.has(name) || super.has(this.#actual(name))
  }

  #actual(name: string): string {
    const wanted = name.toLowerCase()
    for (const key of this.keys()) if (key.toLowerCase() === wanted) return key
    return name
  }
}
