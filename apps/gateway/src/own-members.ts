/**
 * An empty object for members that others name: it inherits nothing, so `constructor` is in it only once somebody sent
 * that, and `__proto__` is a name like any other.
 */
export function ownMembers<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>
}
