import { type Expression, type Reference, visit } from './ast.ts'
import { TemplateSyntaxError } from './diagnostic.ts'
import { parseTemplate } from './parser.ts'
import type { TemplateScope } from './scope/scope.ts'
import { compileTemplate } from './template.ts'

export interface TemplateRead {
  /** As the template writes it, e.g. `$input.params('id')`. */
  readonly name: string
  /** What is printed for it; null where that takes more than its share. */
  readonly value: string | null
}

/** What a template takes from outside: the request, `$context`, the stage's variables. */
const outside: ReadonlySet<string> = new Set(['input', 'context', 'stageVariables'])

/**
 * What a template reads of a call, each once, with what it prints there: for people who look at one call. Reads whose
 * arguments are worked out while rendering (`$input.params($name)`) are left out. A template that can't be read reads nothing.
 */
export function templateReads(source: string, scope: TemplateScope): TemplateRead[] {
  const names = new Set<string>()
  try {
    visit(parseTemplate(source), (node) => {
      if (node.type === 'reference' && isFixed(node)) names.add(node.source)
    })
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error
    return []
  }
  return [...names].map((name) => ({ name, value: valueOf(name, scope) }))
}

function isFixed({ name, steps }: Reference): boolean {
  return (
    outside.has(name) &&
    steps.length > 0 &&
    steps.every((step) =>
      step.type === 'property'
        ? true
        : step.type === 'method'
          ? step.args.every(isConstant)
          : isConstant(step.index),
    )
  )
}

function isConstant({ type }: Expression): boolean {
  return type === 'constant' || type === 'integer' || type === 'decimal'
}

function valueOf(name: string, scope: TemplateScope): string | null {
  const { template } = compileTemplate(name)
  try {
    return template?.render(scope).output ?? null
  } catch {
    // Over its budget, which the template itself will tell.
    return null
  }
}
