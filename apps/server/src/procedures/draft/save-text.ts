import { type SavedText, saveText } from '../../commands/save-text.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { saveTextSchema } from './save-text.schema.ts'

/** Keeps comments and order of the draft's text, but for what somebody else wrote meanwhile and what is refused: that is answered. */
export const saveDraftText = mutation({
  input: saveTextSchema,
  async run(ctx, input): Promise<SavedText> {
    authorize(ctx.actor, 'edit APIs')
    return saveText(commandOf(ctx), input)
  },
})
