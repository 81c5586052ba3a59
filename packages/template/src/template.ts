import { startSearchBudget } from './budget.ts'
import { checkTemplate } from './check.ts'
import { compile, type CompiledTemplate } from './compile.ts'
import { type TemplateDiagnostic, TemplateSyntaxError } from './diagnostic.ts'
import { util } from './functions/util.ts'
import { limits } from './limits.ts'
import { parseTemplate } from './parser.ts'
import { positionAt } from './position.ts'
import { RenderState } from './render-state.ts'
import { Context, hasOverrides, noOverrides } from './scope/context.ts'
import { Input } from './scope/input.ts'
import type { RenderResult, TemplateScope } from './scope/scope.ts'
import { fromPlain } from './values/plain.ts'

/** A compiled mapping template. It keeps nothing of a call, so one serves any number at once. */
export interface Template {
  /**
   * Renders for one call. Throws `AppError`: TEMPLATE_BUDGET when it takes more than its share (#foreach over 1000
   * rounds, 10 MB of text), TEMPLATE_OVERRIDE_REPEATED when it overrides a parameter twice. All else that goes wrong
   * while rendering prints as empty text, as on Amazon.
   */
  readonly render: (scope: TemplateScope) => RenderResult
}

/** Compiles a template; `template` is null when a diagnostic is an error. */
export function compileTemplate(source: string): {
  template: Template | null
  diagnostics: TemplateDiagnostic[]
} {
  if (source.length > limits.sourceLength) return { template: null, diagnostics: [tooLarge(source.length)] }
  try {
    const block = parseTemplate(source)
    const diagnostics = checkTemplate(block, source)
    const compiled = compile(block)
    return { template: { render: (scope) => render(compiled, scope) }, diagnostics }
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error
    const { code, message, suggest } = error
    const at = positionAt(source, error.offset)
    return {
      template: null,
      diagnostics: [
        { code, severity: 'error', message, ...at, ...(suggest === undefined ? {} : { suggest }) },
      ],
    }
  }
}

function render({ run, slots }: CompiledTemplate, scope: TemplateScope): RenderResult {
  startSearchBudget()
  const state = new RenderState(slots.size)
  const [input, utilities, variables] = [slots.get('input'), slots.get('util'), slots.get('stageVariables')]
  if (input !== undefined) state.slots[input] = new Input(scope)
  if (utilities !== undefined) state.slots[utilities] = util
  if (variables !== undefined) state.slots[variables] = fromPlain(scope.stageVariables)
  const contextSlot = slots.get('context')
  if (contextSlot === undefined && !hasOverrides(scope.context)) {
    run(state)
    return { output: state.output, ...noOverrides }
  }
  const context = new Context(scope.context)
  if (contextSlot !== undefined) state.slots[contextSlot] = context
  run(state)
  return context.result(state.output)
}

function tooLarge(length: number): TemplateDiagnostic {
  const message = `The template has ${Math.ceil(length / 1024)} KB; the limit is ${limits.sourceLength / 1024} KB.`
  return { code: 'template-too-large', severity: 'error', message, line: 1, column: 1 }
}
