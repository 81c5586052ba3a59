/** A variable while it is typed: the key stays while the name changes. */
export interface VariableLine {
  readonly key: number
  readonly name: string
  readonly value: string
}

type Variables = Readonly<Record<string, string>>

export function linesOf(variables: Variables): VariableLine[] {
  return Object.entries(variables).map(([name, value], key) => ({ key, name, value }))
}

/** The variables that the lines say; a line without a name says none, a later line wins. */
export function variablesOf(lines: readonly VariableLine[]): Record<string, string> {
  return Object.fromEntries(lines.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]))
}

export function sameVariables(a: Variables, b: Variables): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  )
}
