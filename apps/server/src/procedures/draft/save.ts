import { parseRecord } from '@penstock/model'
import { saveRecords } from '../../commands/save-records.ts'
import { authorize } from '../../policies/authorize.ts'
import type { SavedView } from '../../presenters/draft-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { saveDraftSchema } from './save.schema.ts'

/** Saves a change of the draft, or none of it: RECORD_CONFLICT says which records somebody else changed meanwhile. */
export const saveDraft = mutation({
  input: saveDraftSchema,
  async run(ctx, input): Promise<SavedView> {
    authorize(ctx.actor, 'edit APIs')
    const { version, revisions } = await saveRecords(commandOf(ctx), {
      ...input,
      added: input.added.map(parseRecord),
      updated: input.updated.map(({ record, revision }) => ({ record: parseRecord(record), revision })),
    })
    return { version, revisions }
  },
})
