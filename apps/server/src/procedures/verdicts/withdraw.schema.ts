import { ofOwnStage } from '../names.ts'
import { changesSchema } from './changes.ts'

export const withdrawSchema = ofOwnStage.extend({ changes: changesSchema })
