import { AppError } from '@penstock/errors'
import type { RenderResult, TemplateScope } from '@penstock/template'
import { runJob } from './run-job.ts'
import { createSlots } from './slots.ts'
import type { TemplateJob, TemplateReply } from './template-worker.ts'

const slots = createSlots(2)
const timeoutMs = 2000

/** A template rendered once, away from everybody else's calls. Throws INVALID_INPUT and TEMPLATE_BUDGET. */
export function runTemplate(source: string, scope: TemplateScope): Promise<RenderResult> {
  const job: TemplateJob = { source, scope }
  return slots(() =>
    runJob<TemplateReply>(new URL('./template-worker', import.meta.url), job, {
      timeoutMs,
      memory: { maxOldGenerationSizeMb: 512 },
      exceeded: (what) =>
        new AppError('TEMPLATE_BUDGET', {
          params: { reason: what === 'time' ? 'it took longer than two seconds' : 'it took too much memory' },
        }),
    }),
  )
}
