import { assertCollectionSize } from '../budget.ts'
import { javaEquals } from '../values/compare.ts'
import { print } from '../values/print.ts'
import { HostObject, javaList, type Value, type ValueMap } from '../values/value.ts'
import { type Method, type MethodTable, method, methodTable } from './method.ts'
import { objectMethods } from './object.ts'

/** The methods of `java.util.Map`. Keys are texts; another key means its text. */
const methods: readonly Method<ValueMap>[] = [
  method('size', 0, 'Number of entries.', (map) => map.size),
  method('isEmpty', 0, 'True when there are no entries.', (map) => map.size === 0),
  method('get', 1, 'The value of a key, or null.', (map, [key = null]) => map.get(print(key)) ?? null),
  method(
    'getOrDefault',
    2,
    'The value of a key, or a second value.',
    (map, [key = null, otherwise = null]) => {
      const name = print(key)
      return map.has(name) ? (map.get(name) ?? null) : otherwise
    },
  ),
  method('containsKey', 1, 'True when a key has an entry.', (map, [key = null]) => map.has(print(key))),
  method('containsValue', 1, 'True when an entry has this value.', (map, [value = null]) =>
    [...map.values()].some((entry) => javaEquals(entry, value)),
  ),
  method('keySet', 0, 'The keys, in order.', (map) => javaList(map.keys())),
  method('values', 0, 'The values, in order.', (map) => javaList(map.values())),
  method('entrySet', 0, 'The entries, each with key and value.', (map) =>
    javaList(Array.from(map, ([key, value]) => new MapEntry(key, value))),
  ),
  method('put', 2, 'Sets the value of a key and gives the old one.', (map, [key = null, value = null]) => {
    const name = print(key)
    const before = map.get(name) ?? null
    map.set(name, value)
    assertCollectionSize(map.size)
    return before
  }),
  method('putIfAbsent', 2, 'Sets the value of a key that has none.', (map, [key = null, value = null]) => {
    const name = print(key)
    const before = map.get(name) ?? null
    if (before === null) map.set(name, value)
    assertCollectionSize(map.size)
    return before
  }),
  method('putAll', 1, 'Sets every entry of another map.', (map, [other]) => {
    if (!(other instanceof Map)) return null
    for (const [key, value] of other) map.set(key, value)
    assertCollectionSize(map.size)
    return null
  }),
  method('remove', 1, 'Removes an entry and gives its value.', (map, [key = null]) => {
    const name = print(key)
    const before = map.get(name) ?? null
    map.delete(name)
    return before
  }),
  method('clear', 0, 'Removes all entries.', (map) => {
    map.clear()
    return null
  }),
]

export const mapMethods = methodTable<ValueMap>(objectMethods, methods)

class MapEntry extends HostObject {
  readonly key: string
  readonly value: Value

  constructor(key: string, value: Value) {
    super()
    this.key = key
    this.value = value
  }

  override get methods(): MethodTable<MapEntry> {
    return entryMethods
  }

  override get(name: string): Value {
    return name === 'key' ? this.key : name === 'value' ? this.value : null
  }

  override print(): string {
    return `${this.key}=${this.value === null ? 'null' : print(this.value)}`
  }
}

const entryMethods: MethodTable<MapEntry> = methodTable<MapEntry>(objectMethods, [
  method('getKey', 0, "The entry's key.", (entry) => entry.key),
  method('getValue', 0, "The entry's value.", (entry) => entry.value),
])
