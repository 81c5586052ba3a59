import { AppError } from '@penstock/errors'
import { fromPlain, toPlain } from '../values/plain.ts'
import { print, PrintsEmpty } from '../values/print.ts'
import { Decimal, type Value } from '../values/value.ts'
import type { OverrideValue, RequestOverride, RenderResult, ResponseOverride } from './scope.ts'

/**
 * `$context` of one render: a map that takes its entries from the gateway's data as they are asked for, and that never
 * writes back. Like all maps below it, it prints as empty text.
 */
export class Context extends PrintsEmpty {
  readonly #data: Readonly<Record<string, unknown>>
  /** Null: nothing of them was asked for, as in most templates, and they are as they were. */
  #request: OverrideMap | null = null
  #response: OverrideMap | null = null
  #complete = false

  constructor(data: Readonly<Record<string, unknown>>) {
    super()
    this.#data = data
  }

  override get(name: string): Value | undefined {
    if (name === 'requestOverride') return this.#requestMap()
    if (name === 'responseOverride') return this.#responseMap()
    if (!this.#complete && !super.has(name) && Object.hasOwn(this.#data, name))
      super.set(name, this.#read(name))
    return super.get(name)
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined
  }

  override set(name: string, value: Value): this {
    // The two override maps are what the caller applies; they can be filled but not replaced.
    if (name !== 'requestOverride' && name !== 'responseOverride') super.set(name, value)
    return this
  }

  override keys() {
    this.#fill()
    return super.keys()
  }

  override values() {
    this.#fill()
    return super.values()
  }

  override entries() {
    this.#fill()
    return super.entries()
  }

  override [Symbol.iterator]() {
    return this.entries()
  }

  result(output: string): RenderResult {
    return {
      output,
      requestOverride:
        this.#request === null && isNone(this.#data, 'requestOverride')
          ? noOverrides.requestOverride
          : requestResult(this.#requestMap()),
      responseOverride:
        this.#response === null && isNone(this.#data, 'responseOverride')
          ? noOverrides.responseOverride
          : responseResult(this.#responseMap()),
    }
  }

  #requestMap(): OverrideMap {
    this.#request ??= overrides(this.#data, 'requestOverride', ['header', 'path', 'querystring'])
    return this.#request
  }

  #responseMap(): OverrideMap {
    this.#response ??= overrides(this.#data, 'responseOverride', ['header'])
    return this.#response
  }

  #read(name: string): Value {
    return fromPlain(this.#data[name], () => new PrintsEmpty())
  }

  #fill(): void {
    if (this.#complete) return
    for (const name of Object.keys(this.#data)) this.get(name)
    this.#complete = true
  }
}

/** A map of overrides. Amazon refuses the call when one of them is set twice; a group (`header`) can't be replaced. */
class OverrideMap extends PrintsEmpty {
  readonly #label: string
  readonly #groups: ReadonlyMap<string, OverrideMap>
  readonly #written = new Set<string>()

  constructor(label: string, groups: ReadonlyMap<string, OverrideMap>) {
    super()
    this.#label = label
    this.#groups = groups
    for (const [name, group] of groups) super.set(name, group)
  }

  override set(name: string, value: Value): this {
    if (this.#groups.has(name)) return this
    if (this.#written.has(name))
      throw new AppError('TEMPLATE_OVERRIDE_REPEATED', { params: { name: `${this.#label}.${name}` } })
    this.#written.add(name)
    return super.set(name, value)
  }

  /** What an earlier template has set; setting it again here is allowed. */
  seed(name: string, value: Value): void {
    if (!this.#groups.has(name)) super.set(name, value)
  }
}

function overrides(
  data: Readonly<Record<string, unknown>>,
  label: string,
  groupNames: readonly string[],
): OverrideMap {
  const groups = new Map(groupNames.map((name) => [name, new OverrideMap(`${label}.${name}`, new Map())]))
  const map = new OverrideMap(label, groups)
  const earlier = Object.hasOwn(data, label) ? fromPlain(data[label]) : null
  if (!(earlier instanceof Map)) return map
  for (const [name, value] of earlier) {
    const group = groups.get(name)
    if (group === undefined) map.seed(name, value)
    else if (value instanceof Map) for (const [key, each] of value) group.seed(key, each)
  }
  return map
}

function requestResult(map: OverrideMap): RequestOverride {
  return { header: group(map, 'header'), path: group(map, 'path'), querystring: group(map, 'querystring') }
}

function responseResult(map: OverrideMap): ResponseOverride {
  const custom: [string, unknown][] = []
  for (const [name, value] of map)
    if (name !== 'header' && name !== 'status') custom.push([name, toPlain(value)])
  const status = statusOf(map.get('status') ?? null)
  return {
    ...Object.fromEntries(custom),
    ...(status === undefined ? {} : { status }),
    header: group(map, 'header'),
  }
}

function group(map: OverrideMap, name: string): Record<string, OverrideValue> {
  const members = map.get(name)
  if (!(members instanceof Map)) return {}
  return Object.fromEntries(
    Array.from(members, ([key, value]) => [
      key,
      Array.isArray(value) ? Array.from(value, print) : print(value),
    ]),
  )
}

function statusOf(value: Value): number | undefined {
  if (value === null || value instanceof Decimal) return undefined
  const text = print(value)
  return /^[1-5]\d\d$/.test(text) ? Number(text) : undefined
}

/** What most templates override: nothing, and they need no `$context` for that. */
export const noOverrides: Omit<RenderResult, 'output'> = Object.freeze({
  requestOverride: Object.freeze({
    header: Object.freeze({}),
    path: Object.freeze({}),
    querystring: Object.freeze({}),
  }),
  responseOverride: Object.freeze({ header: Object.freeze({}) }),
})

export function hasOverrides(data: Readonly<Record<string, unknown>>): boolean {
  return !isNone(data, 'requestOverride') || !isNone(data, 'responseOverride')
}

/** Nothing, or what a template before this one answered that overrode nothing. */
function isNone(data: Readonly<Record<string, unknown>>, label: keyof typeof noOverrides): boolean {
  return !Object.hasOwn(data, label) || data[label] === noOverrides[label]
}
