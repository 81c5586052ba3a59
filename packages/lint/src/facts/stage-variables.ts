import { type ApiRecord, type Definition, recordsOf } from '@penstock/model'

/** Where a stage variable is read. */
export interface VariableUse {
  readonly record: string
  readonly path: readonly string[]
  readonly name: string
  /** Set in texts of several lines. */
  readonly line?: number
  readonly column?: number
}

const uses = new WeakMap<ApiRecord, readonly VariableUse[]>()

/** Every place that reads a stage variable, kept with the record. */
export function* variableUses(definition: Definition): Generator<VariableUse> {
  for (const kind of ['upstream', 'integration', 'gatewayResponse', 'authorizer'] as const) {
    for (const record of recordsOf(definition, kind)) {
      let found = uses.get(record)
      if (!found) uses.set(record, (found = usesIn(record)))
      yield* found
    }
  }
}

const inAddress = /\$\{stageVariables\.([\w-]+)\}/g
const inMapping = /^stageVariables\.([\w-]+)$/g
const inTemplate =
  /\$!?\{?stageVariables(?:\.(?!get\()([\w-]+)|\[\s*['"]([^'"]+)['"]\s*\]|\.get\(\s*['"]([^'"]+)['"]\s*\))/g

function usesIn(record: ApiRecord): VariableUse[] {
  const found: VariableUse[] = []
  const walk = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'string') {
      if (!value.includes('stageVariables')) return
      const expression = path.some((key) => key.endsWith('Templates'))
        ? inTemplate
        : path.some((key) => key.endsWith('Parameters'))
          ? inMapping
          : inAddress
      for (const match of value.matchAll(expression)) {
        const name = match.slice(1).find((group) => group !== undefined)
        if (name !== undefined) found.push({ record: record.id, path, name, ...placeOf(value, match.index) })
      }
    } else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) if (key !== 'rest') walk(member, [...path, key])
  }
  walk(record, [])
  return found
}

function placeOf(text: string, offset: number): { line?: number; column?: number } {
  if (!text.includes('\n')) return {}
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
