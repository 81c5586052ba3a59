import { uuidv7 } from 'uuidv7'
import { personOf } from '../../deploy-requests/person-of.ts'
import { audit } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'
import { checkStageName } from '../create-stage.ts'
import { type DraftToPlan, planDraft } from './plan-draft.ts'

export interface OpenRequestInput extends DraftToPlan {
  readonly title: string
  readonly description?: string | undefined
}

/** Asks that the draft, as it is now, is deployed to a stage. Answers the number of the request. */
export async function openRequest(context: CommandContext, input: OpenRequestInput): Promise<number> {
  const { actor, clock, live } = context
  checkStageName(input.stage)
  const number = await planDraft(context, input, async (tx, api, kept) => {
    const now = clock.now()
    const last = await tx.deployRequest.aggregate({ where: { apiId: api.id }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const person = await personOf(tx, actor)
    await tx.deployRequest.create({
      data: {
        id: uuidv7(),
        apiId: api.id,
        number,
        stage: input.stage,
        title: input.title,
        description: input.description ?? '',
        ...kept,
        author: authorText(actor),
        authorUserId: person,
        plannerUserId: person,
        createdAt: now,
        updatedAt: now,
      },
    })
    const data = { request: number, stage: input.stage, title: input.title }
    await audit(tx, now, actor, { api, action: 'open-request', data })
    return number
  })
  live.publish({ type: 'deploy-request', slug: input.slug, number })
  return number
}

/** Who did it, to be kept: `actor` of a command carries more than belongs there. */
export function authorText({ kind, id, name, source }: CommandContext['actor']): string {
  return JSON.stringify({ kind, id, name, source })
}
