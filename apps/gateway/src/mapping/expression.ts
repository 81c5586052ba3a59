/** Reads one value of what is mapped; undefined when there is none. */
export type Expression<I> = (inputs: I) => string | undefined

/**
 * Compiles a value of an HTTP API's mappings: `$` and a reference, a text with references in `${…}`, or just a text. One
 * reference alone is that value or none; inside a text nothing is written for one that is missing. Null: a reference in
 * it is none, as `reference` says.
 */
export function compileExpression<I>(
  source: string,
  reference: (text: string) => Expression<I> | null,
): Expression<I> | null {
  if (/^\$(?!\{)/.test(source)) return reference(source.slice(1))
  const alone = /^\$\{([^}]*)\}$/.exec(source)?.[1]
  if (alone !== undefined) return reference(alone.trim())
  const parts: Expression<I>[] = []
  for (const [index, part] of source.split(/\$\{([^}]*)\}/).entries()) {
    const one = index % 2 === 0 ? () => part : reference(part.trim())
    if (one === null) return null
    parts.push(one)
  }
  return (inputs) => parts.map((one) => one(inputs) ?? '').join('')
}
