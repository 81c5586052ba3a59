import type { Core } from '../../core.ts'
import { authorize } from '../../policies/authorize.ts'
import { findApi } from '../../store/apis.ts'
import { mutation } from '../define.ts'
import { showPresenceSchema } from './show.schema.ts'

/** Tells whoever has the API open that this tab has it, too, and what is selected there. Throws API_NOT_FOUND. */
export const showPresence = mutation({
  input: showPresenceSchema,
  async run({ core, actor }, { slug, tab, selected }): Promise<void> {
    authorize(actor, 'be seen in APIs')
    await findApi(core.db, slug)
    const before = core.roster.of(slug).find(({ user }) => user.id === actor.id)
    const name = before?.user.name ?? (await nameOf(core, actor.id))
    core.live.publish({
      type: 'presence',
      slug,
      presence: { tab, user: { id: actor.id, name }, selected },
    })
  },
})

async function nameOf({ db }: Core, id: string): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}
