import { type Block, type Expression, type Reference, visit } from './ast.ts'
import type { TemplateDiagnostic } from './diagnostic.ts'
import { isEndless } from './functions/java-regex.ts'
import type { MethodTable } from './functions/method.ts'
import { utilMethods } from './functions/util.ts'
import { parseJsonPath } from './jsonpath/parse.ts'
import { positionAt } from './position.ts'
import { inputMethods } from './scope/input.ts'

type Warn = (offset: number, code: string, message: string, suggest?: string) => void

/** What a template will not do as written, although it can be read: calls that exist nowhere, paths that are none. */
export function checkTemplate(block: Block, source: string): TemplateDiagnostic[] {
  const diagnostics: TemplateDiagnostic[] = []
  const warn: Warn = (offset, code, message, suggest) => {
    diagnostics.push({
      code,
      severity: 'warning',
      message,
      ...positionAt(source, offset),
      ...(suggest === undefined ? {} : { suggest }),
    })
  }
  const macros = new Set<string>()
  visit(block, (node) => {
    if (node.type === 'macro') macros.add(node.name)
  })
  visit(block, (node) => {
    if (node.type === 'reference') checkReference(node, warn)
    if (node.type === 'call' && !macros.has(node.name))
      warn(
        node.start,
        'unknown-macro',
        `There is no macro #${node.name}; this is printed as it stands.`,
        'Define it with #macro, or write the text in #[[…]]#.',
      )
  })
  return diagnostics
}

function checkReference(reference: Reference, warn: Warn): void {
  const [first] = reference.steps
  if (first === undefined) return
  for (const step of reference.steps)
    if (step.type === 'method' && searching.has(step.name)) checkRegex(step.args[0], warn)
  if (reference.name === 'util') checkUtil(first, warn)
  if (reference.name !== 'input') return
  if (first.type === 'property' && first.name !== 'body')
    unknown('$input', first.name, inputMethods, first.start, warn)
  if (first.type !== 'method') return
  const known = inputMethods.get(first.name)
  if (known === undefined) return unknown('$input', first.name, inputMethods, first.start, warn)
  checkArguments('$input', first, known.arity, warn)
  if (first.name !== 'params') checkPath(first.args[0], warn)
}

function checkUtil(step: Reference['steps'][number], warn: Warn): void {
  if (step.type === 'index') return
  const known = utilMethods.get(step.name)
  if (known === undefined || step.type === 'property')
    return unknown('$util', step.name, utilMethods, step.start, warn)
  checkArguments('$util', step, known.arity, warn)
}

function checkArguments(
  owner: string,
  step: { readonly name: string; readonly args: readonly Expression[]; readonly start: number },
  [fewest, most]: readonly [number, number],
  warn: Warn,
): void {
  const count = step.args.length
  if (count >= fewest && count <= most) return
  const wanted = fewest === most ? String(fewest) : `${fewest} to ${most}`
  warn(
    step.start,
    'wrong-arguments',
    `${owner}.${step.name} takes ${wanted} argument(s), not ${count}; this prints nothing.`,
  )
}

function checkPath(path: Expression | undefined, warn: Warn): void {
  if (path?.type !== 'constant' || typeof path.value !== 'string' || parseJsonPath(path.value) !== null)
    return
  warn(
    path.start,
    'invalid-json-path',
    `"${path.value}" is not a JSONPath; it finds nothing.`,
    'A path looks like $.orders[0].id.',
  )
}

const searching = new Set(['matches', 'replaceAll', 'replaceFirst', 'split'])

function checkRegex(pattern: Expression | undefined, warn: Warn): void {
  if (pattern?.type !== 'constant' || typeof pattern.value !== 'string') return
  if (!isEndless(pattern.value)) return
  warn(
    pattern.start,
    'regex-unbounded',
    `"${pattern.value}" could take for ever, since it repeats within a repeat; a call that gets here is refused.`,
    'Write it without a repeat inside a repeated group, e.g. a+ for (a+)+ and [ab]+ for (a|b)+.',
  )
}

function unknown(owner: string, name: string, table: MethodTable<never>, start: number, warn: Warn): void {
  const names = [...table.keys()].map((each) => `${each}()`).join(', ')
  warn(
    start,
    'unknown-member',
    `There is no ${owner}.${name}; this prints nothing.`,
    `${owner} has ${owner === '$input' ? 'body, ' : ''}${names}.`,
  )
}
