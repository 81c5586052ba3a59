import { compileTemplate, type RenderResult, type TemplateScope } from './index.ts'

type Params = Partial<TemplateScope['params']>

/** The parts of a scope that a test cares about; the rest is empty. */
export interface PartialScope {
  readonly body?: string
  readonly params?: Params
  readonly stageVariables?: Record<string, string>
  readonly context?: Record<string, unknown>
}

export function renderResult(source: string, scope: PartialScope = {}): RenderResult {
  const { template, diagnostics } = compileTemplate(source)
  if (template === null)
    throw new Error(`does not compile: ${diagnostics.map((each) => each.message).join(' ')}`)
  return template.render({
    body: scope.body ?? '',
    params: { path: {}, querystring: {}, header: {}, ...scope.params },
    stageVariables: scope.stageVariables ?? {},
    context: scope.context ?? {},
  })
}

export function render(source: string, scope?: PartialScope): string {
  return renderResult(source, scope).output
}
