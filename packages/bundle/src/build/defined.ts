/** The object without its `undefined` members: in a bundle, absent is absent. */
export function defined<T extends object>(value: T): T {
  const out: Partial<T> = {}
  for (const key in value) if (value[key] !== undefined) out[key] = value[key]
  return out as T
}
