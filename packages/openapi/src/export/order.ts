/** By name, compared by code units: the same on every machine. */
export function byName<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Parents before children and siblings by name; what has no path is left out. */
export function byPath<T>(items: Iterable<T>, pathOf: (item: T) => string | undefined): [T, string][] {
  const found: [T, string, string][] = []
  for (const item of items) {
    const path = pathOf(item)
    // A slash sorts before every other character, so that /pets/{id} comes before /pets-of-the-day.
    if (path !== undefined) found.push([item, path, path.replaceAll('/', '\u0000')])
  }
  return found.sort(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([item, path]) => [item, path])
}
