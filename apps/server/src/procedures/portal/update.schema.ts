import { portalVisibilitySchema } from '../../presenters/api-view.ts'
import { ofApi } from '../names.ts'

export const updatePortalSchema = ofApi.extend({ visibility: portalVisibilitySchema })
