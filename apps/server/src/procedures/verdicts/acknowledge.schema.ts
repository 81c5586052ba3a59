import { ofOwnStage } from '../names.ts'
import { changesSchema } from './changes.ts'
import { reasonSchema } from './reason.ts'

export const acknowledgeSchema = ofOwnStage.extend({
  changes: changesSchema,
  reason: reasonSchema,
})
