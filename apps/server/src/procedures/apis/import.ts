import type { ImportReportView } from '../../presenters/import-view.ts'
import { importApi as importDocument } from '../../commands/import-api.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { importApiSchema } from './import.schema.ts'

/** Takes a description (OpenAPI 3.1, 3.0 or 2.0, JSON or YAML) into a draft. */
export const importApi = mutation({
  input: importApiSchema,
  async run(ctx, input): Promise<{ slug: string; report: ImportReportView }> {
    authorize(ctx.actor, input.mode === 'create' ? 'create APIs' : 'edit APIs')
    const { slug, report, unanswered } = await importDocument(commandOf(ctx), input)
    return { slug, report: { ...report, unanswered: [...unanswered] } }
  },
})
