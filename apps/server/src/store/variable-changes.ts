import { z } from 'zod'

/** Variables of a stage that a deployment changed with what it serves; null: there was, or is, none of the name. */
export type VariableChanges = Readonly<
  Record<string, { readonly from: string | null; readonly to: string | null }>
>

type Variables = Readonly<Record<string, string>>

const keptSchema = z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() }))

export function variableChangesOf({
  variableChanges,
}: {
  readonly variableChanges: string
}): VariableChanges {
  return keptSchema.parse(JSON.parse(variableChanges))
}

export function changedVariables(before: Variables, after: Variables): VariableChanges {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const valueOf = (variables: Variables, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : null
  return Object.fromEntries(
    names.flatMap((name) => {
      const [from, to] = [valueOf(before, name), valueOf(after, name)]
      return from === to ? [] : [[name, { from, to }] as const]
    }),
  )
}

/**
 * The variables without what deployments changed, the latest first. One that has another value by now was set by somebody since, and
 * stays.
 */
export function takenBack(variables: Variables, changes: readonly VariableChanges[]): Record<string, string> {
  const result = new Map(Object.entries(variables))
  for (const change of changes)
    for (const [name, { from, to }] of Object.entries(change)) {
      if ((result.get(name) ?? null) !== to) continue
      if (from === null) result.delete(name)
      else result.set(name, from)
    }
  return Object.fromEntries(result)
}
