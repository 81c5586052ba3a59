import { AppError } from '@penstock/errors'
import { uuidv7 } from 'uuidv7'
import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { findStage } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import type { CommandContext } from './context.ts'

export interface CreateStageInput {
  readonly slug: string
  readonly name: string
  readonly variables?: Readonly<Record<string, string>> | undefined
}

/** A stage that serves nothing until something is deployed to it. Throws STAGE_TAKEN. */
export async function createStage(context: CommandContext, input: CreateStageInput): Promise<void> {
  const { clock, live, sync, actor } = context
  const { slug, name, variables = {} } = input
  checkStageName(name)
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    if (await findStage(tx, api.id, name))
      throw new AppError('STAGE_TAKEN', { params: { slug, stage: name } })
    const now = clock.now()
    await tx.stage.create({
      data: {
        id: uuidv7(),
        apiId: api.id,
        name,
        variables: JSON.stringify(variables),
        createdAt: now,
        updatedAt: now,
      },
    })
    await audit(tx, now, actor, { api, action: 'create-stage', data: { stage: name } })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}

/** Amazon's stage names, and `$default`. The preview is every draft's own. Throws INVALID_INPUT. */
export function checkStageName(name: string) {
  const reason =
    name === previewStage
      ? `"${previewStage}" is the draft's own stage; choose another name.`
      : 'A stage name has 1 to 128 letters, digits, hyphens and underscores, or is $default.'
  if (name === previewStage || !/^(\$default|[A-Za-z0-9_-]{1,128})$/.test(name)) {
    throw new AppError('INVALID_INPUT', { params: { reason } })
  }
}
