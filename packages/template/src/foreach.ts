import { type Method, method, methodTable } from './functions/method.ts'
import { exceedBudget } from './budget.ts'
import { limits } from './limits.ts'
import { HostObject, type Value } from './values/value.ts'

/** What a loop goes over: a list's elements, a map's values, nothing for anything else. */
export function elementsOf(value: Value): readonly Value[] {
  const elements = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : []
  if (elements.length > limits.foreachIterations)
    exceedBudget(`#foreach is limited to ${limits.foreachIterations} rounds`)
  return elements
}

/** `$foreach`, which moves along as the loop does. */
export class Foreach extends HostObject {
  index = 0
  readonly #size: number
  readonly #parent: Foreach | null

  constructor(size: number, parent: Foreach | null) {
    super()
    this.#size = size
    this.#parent = parent
  }

  override get methods() {
    return foreachMethods
  }

  override get(name: string): Value {
    switch (name) {
      case 'index':
        return this.index
      case 'count':
        return this.index + 1
      case 'first':
        return this.index === 0
      case 'last':
        return this.index === this.#size - 1
      case 'hasNext':
        return this.index < this.#size - 1
      case 'parent':
        return this.#parent
      case 'topmost':
        return this.#parent === null ? this : this.#parent.get('topmost')
      default:
        return null
    }
  }

  override print(): string {
    return ''
  }
}

const getter = (name: string, of: string): Method<Foreach> =>
  method(name, 0, `Same as $foreach.${of}.`, (foreach) => foreach.get(of))

export const foreachMethods = methodTable<Foreach>([
  getter('hasNext', 'hasNext'),
  getter('isFirst', 'first'),
  getter('isLast', 'last'),
  getter('getIndex', 'index'),
  getter('getCount', 'count'),
  getter('getParent', 'parent'),
])
