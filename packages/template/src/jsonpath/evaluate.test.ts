import { expect, test } from 'vitest'
import { evaluateJsonPath } from '../index.ts'

const store = {
  name: 'corner',
  'user-id': 7,
  'a b': 1,
  open: null,
  limit: 10,
  books: [
    { title: 'A', price: 8, tags: ['x', 'y'], isbn: 'i' },
    { title: 'B', price: 12, tags: [] },
    { title: 'C c', price: '22' },
  ],
  bicycle: { color: 'red', price: 19 },
}
const numbers = [1, 2, 3, 4]

// Answers of Jayway JsonPath, where its versions agree; functions and negative indexes are those of 2.4 and later.
test.each<readonly [path: string, data: unknown, found: unknown]>([
  ['$', store, store],
  ['$.name', store, 'corner'],
  ['name', store, 'corner'],
  ['$.user-id', store, 7],
  ["$['a b']", store, 1],
  ['$["a b"]', store, 1],
  ["$.['name']", store, 'corner'],
  ['$.open', store, null],
  ['$.missing', store, undefined],
  ['$.open.x', store, undefined],
  ['$.name.length', store, undefined],
  ['$.books[0].title', store, 'A'],
  ['$.books[-1].title', store, 'C c'],
  ['$.books[9]', store, undefined],
  ['$.books.title', store, undefined],
  ['$.books[*].title', store, ['A', 'B', 'C c']],
  ['$.books[0,2].title', store, ['A', 'C c']],
  ['$.books[1:].title', store, ['B', 'C c']],
  ['$.books[:1].title', store, ['A']],
  ['$.books[-1:].title', store, ['C c']],
  ['$.books[(@.length-1)].title', store, 'C c'],
  ['$.bicycle.*', store, ['red', 19]],
  ["$.bicycle['color','price','none']", store, { color: 'red', price: 19 }],
  ["$['bicycle','books'].color", store, ['red']],
  ['$..price', store, [8, 12, '22', 19]],
  ['$..*', { a: [1, 2] }, [[1, 2], 1, 2]],
  ['$..a', { a: 1, b: { a: [{ a: 3 }] } }, [1, [{ a: 3 }], 3]],
  ['$..[?(@.isbn)].title', store, ['A']],
  ['$.books[?(@.isbn)].title', store, ['A']],
  ['$.books[?(!@.isbn)].title', store, ['B', 'C c']],
  ['$.books[?(@.price < $.limit)].title', store, ['A']],
  ["$.books[?(@.title == 'C c' || @.price == 8)].title", store, ['A', 'C c']],
  ['$.books[?(@.price > 8 && @.price < 20)].title', store, ['B']],
  ['$.books[?(@.price == 22)].title', store, ['C c']],
  ['$.books[?(@.title =~ /c.*/i)].title', store, ['C c']],
  ["$.books[?(@.title in ['A', 'B'])].price", store, [8, 12]],
  ["$.books[?(@.tags contains 'x')].title", store, ['A']],
  ['$.books[?(@.tags size 0)].title', store, ['B']],
  ['$.books[?(@.tags empty false)].title', store, ['A']],
  ['$.books[?(@.open == null)]', store, []],
  ['$[?(@ > 2)]', numbers, [3, 4]],
  ['$.length()', numbers, 4],
  ['$.sum()', numbers, 10],
  ['$.avg()', numbers, 2.5],
  ['$.books[*].price.max()', store, 12],
  ['$.name.length()', store, 6],
  ['$.bicycle.keys()', store, ['color', 'price']],
  ['$.a', 'text', undefined],
  ['$.a[*]', {}, []],
  ['$.constructor', store, undefined],
  ['$.books.length', store, undefined],
  ['$.__proto__', store, undefined],
])('%s', (path, data, found) => {
  expect(evaluateJsonPath(data, path)).toEqual(found)
})

test.each([
  '',
  '$.',
  '$..',
  '$.a[',
  '$.a[]',
  '$a',
  '$.a b',
  '$[?(@.a',
  '$[?(@.a =~ /(/)]',
  `$[?(${'('.repeat(5000)}`,
])('%j is no path and finds nothing', (path) => {
  expect(evaluateJsonPath({ a: 1 }, path)).toBeUndefined()
})
