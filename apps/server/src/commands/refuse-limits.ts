import { type StageLimits, usualHeadBytes } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'

const ofHeads = ['headerBytes', 'urlBytes'] as const

/**
 * Throws INVALID_INPUT for limits that would hold for nothing: of heads that a connected gateway does not read to their end
 * (without one: that no gateway does which is started as usual), or of messages over a WebSocket.
 */
export async function refuseLimits(
  { drafts, sync }: Pick<Core, 'drafts' | 'sync'>,
  slug: string,
  limits: StageLimits,
): Promise<void> {
  const { definition } = await drafts.open(slug)
  const isSocket = [...definition.values()].some(
    (record) => record.kind === 'api' && record.type === 'WEBSOCKET',
  )
  const idle = isSocket && Object.keys(limits).find((name) => name !== 'timeoutMs')
  if (idle)
    throw refused(
      `limits.${idle} would hold for nothing: of a WebSocket API only timeoutMs can be set, and sizes are those of messages.`,
    )
  const connected = sync.nodes().filter((node) => node.connected)
  const least = connected.reduce<(typeof connected)[number] | null>(
    (smallest, node) => (smallest === null || node.headBytes < smallest.headBytes ? node : smallest),
    null,
  )
  const most = least?.headBytes ?? usualHeadBytes
  for (const name of ofHeads) {
    const wanted = limits[name] ?? 0
    if (wanted <= most) continue
    const who = least === null ? 'a gateway' : `the gateway ${least.node}`
    throw refused(
      `limits.${name} is ${wanted}, and ${who} reads at most ${most} bytes of request line and headers together: a stage can not exceed that. Set ${most} or less, or start every gateway with PENSTOCK_GATEWAY_HEAD_BYTES of at least ${wanted}.`,
    )
  }
}

function refused(reason: string): AppError {
  return new AppError('INVALID_INPUT', { params: { reason } })
}
