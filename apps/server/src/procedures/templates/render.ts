import { renderMockStatus } from '@penstock/template'
import { authorize } from '../../policies/authorize.ts'
import { runTemplate } from '../../workers/run-template.ts'
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
  async run({ actor }, { side, template: source, ...scope }): Promise<RenderedTemplate> {
    authorize(actor, 'edit APIs')
    const { output, requestOverride, responseOverride } = await runTemplate(source, scope)
    const overrides = { requestOverride, responseOverride }
    // A mock whose template names no status fails the call, as on Amazon.
    return side === 'request'
      ? { output, overrides, mockStatus: renderMockStatus(output) ?? 500 }
      : { output, overrides }
  },
})
