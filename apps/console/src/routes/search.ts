/** Reading of search parameters: whatever is not as expected counts as absent. */

export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function oneOf<const V extends string>(value: unknown, options: readonly V[]): V | undefined {
  return options.find((option) => option === value)
}

/** Leaves out what is undefined, so that addresses stay short. */
export function present<T extends Record<string, unknown>>(
  search: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}
