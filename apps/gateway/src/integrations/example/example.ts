import type { BundleExample } from '@penstock/bundle'
import { answer } from '../../answer.ts'
import { Failure } from '../../failure.ts'
import { headerValues, isSendable, mediaType, type RawHeaders } from '../../headers.ts'
import type { RequestContext } from '../../request-context.ts'
import type { IntegrationDefinition } from '../integration.ts'

/** Answers with the route's own examples, so that a description alone can be called. */
export const exampleIntegration: IntegrationDefinition<'example'> = {
  kind: 'example',
  compile: (_, { bundle }) => {
    return (context) => {
      context.inspector?.enter('integration request')
      const example = chooseExample(context, context.route?.source.examples ?? [])
      if (example === null)
        throw new Failure('EXAMPLE_MISSING', {
          phase: 'integration',
          reason: 'the operation describes no response, or none with the status asked for',
        })
      context.inspector?.calls({ kind: 'example', status: example.status })
      const headers: RawHeaders = []
      if (example.contentType !== null) headers.push('Content-Type', example.contentType)
      for (const [name, value] of Object.entries(example.headers ?? {}))
        if (isSendable(name, value)) headers.push(name, value)
      const body = example.body === null ? null : (bundle.bodies[example.body] ?? null)
      answer(context, example.status, headers, body, 'untraced')
    }
  },
}

/** `Prefer: status=404` chooses by status, then Accept by media type; the first example is the usual answer. */
export function chooseExample(
  context: RequestContext,
  examples: readonly BundleExample[],
): BundleExample | null {
  const { headers } = context.request
  const prefer = headerValues(headers, 'prefer').join(',')
  const wanted = /(?:^|[,;\s])(?:status|code)=(\d{3})\b/.exec(prefer)?.[1]
  const first = examples[0]
  if (!first) return null
  const status = wanted === undefined ? first.status : Number(wanted)
  const candidates = examples.filter((example) => example.status === status)
  for (const range of headerValues(headers, 'accept').join(',').split(',')) {
    const type = mediaType(range)
    const match = candidates.find(
      (example) => type && accepts(type, mediaType(example.contentType ?? undefined)),
    )
    if (match) return match
  }
  return candidates[0] ?? null
}

function accepts(range: string, type: string | undefined): boolean {
  if (type === undefined) return false
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))
}
