import { encodeText } from '../../encode-text.ts'

/**
 * The query of a call: what the URI says, then what mappings set, then the client's own, byte for byte. A mapped
 * name replaces the client's parameters of that name.
 */
export function joinQuery(
  fromUri: string,
  mapped: ReadonlyMap<string, readonly string[]> | null,
  fromClient: string,
): string {
  if (fromUri === '' && (mapped === null || mapped.size === 0)) return fromClient
  const parts: string[] = []
  if (fromUri !== '') parts.push(fromUri)
  for (const [name, values] of mapped ?? []) {
    for (const value of values) parts.push(`${encodeText(name)}=${encodeText(value)}`)
  }
  if (fromClient !== '') {
    const kept = mapped === null || mapped.size === 0 ? fromClient : without(fromClient, mapped)
    if (kept !== '') parts.push(kept)
  }
  return parts.join('&')
}

function without(query: string, names: ReadonlyMap<string, unknown>): string {
  return query
    .split('&')
    .filter((pair) => {
      const [first] = new URLSearchParams(pair)
      return first === undefined || !names.has(first[0])
    })
    .join('&')
}
