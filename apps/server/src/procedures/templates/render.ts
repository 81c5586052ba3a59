import { AppError } from '@penstock/errors'
import { compileTemplate, renderMockStatus } from '@penstock/template'
import { query } from '../define.ts'
import { renderTemplateSchema } from './render.schema.ts'

export interface RenderedTemplate {
  readonly output: string
  readonly overrides: { readonly requestOverride: unknown; readonly responseOverride: unknown }
  /** Only of a request template: what a mock integration would answer with. */
  readonly mockStatus?: number
}

/** A mapping template with an input of one's own: for trying it out, nothing is stored. */
export const renderTemplate = query({
  input: renderTemplateSchema,
  async run(_ctx, { side, template: source, ...scope }): Promise<RenderedTemplate> {
    const { template, diagnostics } = compileTemplate(source)
    if (!template) {
      const [first] = diagnostics
      const reason = first
        ? `Line ${first.line}, column ${first.column}: ${first.message}`
        : 'The template can not be read.'
      throw new AppError('INVALID_INPUT', { params: { reason }, details: { diagnostics } })
    }
    const { output, requestOverride, responseOverride } = template.render(scope)
    const overrides = { requestOverride, responseOverride }
    // A mock whose template names no status fails the call, as on Amazon.
    return side === 'request'
      ? { output, overrides, mockStatus: renderMockStatus(output) ?? 500 }
      : { output, overrides }
  },
})
