/** One line of JSON per part, each written when it is asked for: between parts there is time for other requests. */
export function* jsonLines(parts: Iterable<unknown>): Generator<string> {
  for (const part of parts) yield `${JSON.stringify(part)}\n`
}
