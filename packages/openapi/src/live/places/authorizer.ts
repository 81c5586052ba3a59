import type { Authorizer } from '@penstock/model'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const authorizerPlace: KindPlace<Authorizer> = {
  placeOf: ({ name }, { isSwagger }) =>
    isSwagger ? pointerOf('securityDefinitions', name) : pointerOf('components', 'securitySchemes', name),
}
