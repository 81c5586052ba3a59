import { ofApi } from '../names.ts'
import { tabSchema } from './show.schema.ts'

export const leavePresenceSchema = ofApi.extend({ tab: tabSchema })
