import { AppError } from '@penstock/errors'
import { type Definition, recordsOf } from '@penstock/model'
import type { StageRow } from '../../store/stages.ts'

/**
 * Passes where a canary with this content can stand beside what the stage serves. Throws CANARY_NEEDS_DEPLOYMENT for a
 * stage that serves nothing, and INVALID_INPUT for a WebSocket API.
 */
export function checkTryable(
  definition: Definition,
  { slug, stage: name }: { readonly slug: string; readonly stage: string },
  stage: StageRow | null,
): asserts stage is StageRow {
  if (!stage?.deployment) throw new AppError('CANARY_NEEDS_DEPLOYMENT', { params: { slug, stage: name } })
  const [api] = recordsOf(definition, 'api')
  if (api?.type === 'WEBSOCKET')
    throw new AppError('INVALID_INPUT', {
      params: {
        reason: 'A WebSocket API has no canary: a connection and its messages are of one deployment.',
      },
    })
}
