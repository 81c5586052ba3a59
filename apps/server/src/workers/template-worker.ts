// The thread in which somebody's template runs: nothing in it, a regular expression say, can be trusted to end.
import { AppError } from '@penstock/errors'
import { compileTemplate, type RenderResult, type TemplateScope } from '@penstock/template'
import { answerJob } from './answer-job.ts'
import type { WireError } from './error-over-the-wire.ts'

export interface TemplateJob {
  readonly source: string
  readonly scope: TemplateScope
}

export type TemplateReply = RenderResult | { readonly error: WireError }

answerJob<TemplateJob, TemplateReply>(({ source, scope }) => render(source, scope))

function render(source: string, scope: TemplateScope): RenderResult {
  const { template, diagnostics } = compileTemplate(source)
  if (template) return template.render(scope)
  const [first] = diagnostics
  const reason = first
    ? `Line ${first.line}, column ${first.column}: ${first.message}`
    : 'The template can not be read.'
  throw new AppError('INVALID_INPUT', { params: { reason }, details: { diagnostics } })
}
