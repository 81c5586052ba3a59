import { AppError } from '@penstock/errors'
import type { Actor } from '../auth/actor.ts'
import { accessPolicy, accessRefusals } from './access.ts'
import { apiPolicy } from './apis.ts'
import { operationsPolicy } from './operations.ts'

const sentences = { ...apiPolicy, ...accessPolicy, ...operationsPolicy }

/** Something that a person does, as the refusal says it: "You may not <action>." */
export type Action = keyof typeof sentences

const refusals: Partial<Record<Action, string>> = accessRefusals

/** All that somebody may do: for whoever shows it, so that nothing is offered that would be refused. */
export function allowedTo(actor: Actor): Action[] {
  const actions = Object.keys(sentences) as Action[]
  return actions.filter((action) => sentences[action](actor))
}

/** Passes, or throws FORBIDDEN with the sentence. */
export function authorize(actor: Actor, action: Action): void {
  if (!sentences[action](actor))
    throw new AppError('FORBIDDEN', { params: { action: refusals[action] ?? action } })
}
