import { assertCollectionSize } from '../budget.ts'
import { javaEquals } from '../values/compare.ts'
import { javaList, type Value } from '../values/value.ts'
import { indexOf, type Method, method, methodTable } from './method.ts'
import { objectMethods } from './object.ts'

/** The methods of `java.util.List`. */
const methods: readonly Method<Value[]>[] = [
  method('size', 0, 'Number of elements.', (list) => list.length),
  method('isEmpty', 0, 'True when there are no elements.', (list) => list.length === 0),
  method('get', 1, 'The element at an index.', (list, [at]) => list[indexOf(at) ?? -1] ?? null),
  method('contains', 1, 'True when a value is an element.', (list, [value = null]) => find(list, value) >= 0),
  method('containsAll', 1, 'True when every element of another list is one of this.', (list, [other]) =>
    Array.isArray(other) ? other.every((value) => find(list, value) >= 0) : null,
  ),
  method('indexOf', 1, 'Index of the first equal element, or -1.', (list, [value = null]) =>
    find(list, value),
  ),
  method('lastIndexOf', 1, 'Index of the last equal element, or -1.', (list, [value = null]) =>
    list.findLastIndex((element) => javaEquals(element, value)),
  ),
  method('add', [1, 2], 'Appends a value, or inserts it at an index.', (list, args) => {
    const at = args.length === 2 ? indexOf(args[0]) : list.length
    if (at === undefined || at < 0 || at > list.length) return null
    assertCollectionSize(list.length + 1)
    list.splice(at, 0, args[args.length - 1] ?? null)
    return args.length === 2 ? null : true
  }),
  method('addAll', 1, 'Appends the elements of another list.', (list, [other]) => {
    if (!Array.isArray(other)) return null
    assertCollectionSize(list.length + other.length)
    // Copied first, for a list may be appended to itself.
    const added = Array.from(other)
    for (const value of added) list.push(value)
    return added.length > 0
  }),
  method('set', 2, 'Replaces the element at an index and gives the old one.', (list, [at, value = null]) => {
    const index = indexOf(at)
    if (index === undefined || index < 0 || index >= list.length) return null
    const before = list[index] ?? null
    list[index] = value
    return before
  }),
  method(
    'remove',
    1,
    'Removes the element at an index, or the first that equals a value.',
    (list, [what = null]) => {
      const index = indexOf(what)
      if (index === undefined) {
        const at = find(list, what)
        if (at >= 0) list.splice(at, 1)
        return at >= 0
      }
      if (index < 0 || index >= list.length) return null
      return list.splice(index, 1)[0] ?? null
    },
  ),
  method('clear', 0, 'Removes all elements.', (list) => {
    list.length = 0
    return null
  }),
  method('subList', 2, 'The elements from an index up to and without a second one.', (list, [from, to]) => {
    const start = indexOf(from)
    const end = indexOf(to)
    const inside =
      start !== undefined && end !== undefined && start >= 0 && end >= start && end <= list.length
    return inside ? list.slice(start, end) : null
  }),
  method('toArray', 0, 'The elements as a list of their own.', (list) => javaList(list)),
  method('iterator', 0, 'The elements, for #foreach.', (list) => list),
]

export const listMethods = methodTable<Value[]>(objectMethods, methods)

function find(list: readonly Value[], value: Value): number {
  return list.findIndex((element) => javaEquals(element, value))
}
