import { AppError } from '@penstock/errors'
import type { RenderResult, TemplateScope } from '@penstock/template'
import { runInSlot } from './run-in-slot.ts'
import { createSlots } from './slots.ts'
import type { TemplateJob, TemplateReply } from './template-worker.ts'
import { createThreads } from './threads.ts'

const slots = createSlots({ count: 2, waitingMax: 16, what: 'templates' })
const timeoutMs = 2000
const threads = createThreads(new URL('./template-worker', import.meta.url), { maxOldGenerationSizeMb: 512 })

/** A template rendered once, away from everybody else's calls. Throws INVALID_INPUT and TEMPLATE_BUDGET. */
export async function runTemplate(source: string, scope: TemplateScope): Promise<RenderResult> {
  const job: TemplateJob = { source, scope }
  return runInSlot<TemplateReply>({ slots, threads }, job, {
    timeoutMs,
    exceeded: (what) =>
      new AppError('TEMPLATE_BUDGET', {
        params: {
          reason: what === 'time' ? 'it took longer than two seconds' : 'it took too much memory',
        },
      }),
  })
}
