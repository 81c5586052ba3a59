/** Header lines as pairs, as people and JSON read them. */
export function pairs(headers: readonly string[]): [name: string, value: string][] {
  const found: [string, string][] = []
  for (let i = 0; i < headers.length; i += 2) found.push([headers[i] ?? '', headers[i + 1] ?? ''])
  return found
}
