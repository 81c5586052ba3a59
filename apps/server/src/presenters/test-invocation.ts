import type { Inspection } from '@penstock/bundle'
import { z } from 'zod'
import { type TestedRequest, testInvocationLog } from './test-invocation-log.ts'

export const testInvocationSchema = z.object({
  status: z.number().int().nullable().describe('Null where no answer came.'),
  /** The last value of each. */
  headers: z.record(z.string(), z.string()),
  multiValueHeaders: z.record(z.string(), z.array(z.string())),
  body: z.string(),
  bodyEncoding: z.enum(['text', 'base64']),
  latency: z.number().int().describe('Milliseconds.'),
  log: z.array(z.string()).describe("Lines as in the log of Amazon's TestInvokeMethod, without secrets."),
})
export type TestInvocationView = z.infer<typeof testInvocationSchema>

/** An inspection as Amazon's TestInvokeMethod answers it. */
export function presentTestInvocation(
  inspection: Inspection,
  request: TestedRequest,
  at: Date,
): TestInvocationView {
  const { answer, durationMs } = inspection
  const values = new Map<string, string[]>()
  for (const [name, value] of answer?.headers ?? []) values.set(name, [...(values.get(name) ?? []), value])
  return {
    status: answer?.status ?? null,
    headers: Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? ''])),
    multiValueHeaders: Object.fromEntries(values),
    body: answer?.body?.text ?? '',
    bodyEncoding: answer?.body?.encoding ?? 'text',
    latency: Math.round(durationMs),
    log: testInvocationLog(inspection, request, at),
  }
}
