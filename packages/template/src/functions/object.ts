import { javaEquals } from '../values/compare.ts'
import { print } from '../values/print.ts'
import type { Value } from '../values/value.ts'
import { type Method, method } from './method.ts'

/** What every Java object can. `getClass` is not among them: it is the way out of a template. */
export const objectMethods: readonly Method<Value>[] = [
  method('toString', 0, 'The value as text.', (target) => print(target)),
  method('equals', 1, 'True for a value of the same kind and content.', (target, [other = null]) =>
    javaEquals(target, other),
  ),
]
