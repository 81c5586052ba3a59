import { z } from 'zod'
import { showUrl, urlProblem } from '../base-url.ts'
import { jsonSchema } from '../json.ts'
import { defineKind } from '../kind.ts'

/** A backend by its base URL, which may hold `${stageVariables.name}`. */
export const upstreamSchema = z.strictObject({
  kind: z.literal('upstream'),
  id: z.string(),
  name: z.string(),
  url: z.string(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Upstream = z.infer<typeof upstreamSchema>

export const upstreamKind = defineKind({
  kind: 'upstream',
  idPrefix: 'ups_',
  schema: upstreamSchema,
  defaults: {},
  references: () => [],
  label: (upstream) => upstream.name,
  unique: (upstream) => upstream.name,
  check({ id, name, url }) {
    const problem = urlProblem(url)
    if (!problem) return []
    const { message, ...suggestion } = problem
    return [
      {
        code: 'upstream-url-invalid',
        severity: 'error',
        message: `The base URL of upstream "${name}" ${message}: "${showUrl(url)}".`,
        location: { record: id, path: ['url'] },
        ...suggestion,
      },
    ]
  },
  connects: {},
})
