import type { Model } from '@penstock/model'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const modelPlace: KindPlace<Model> = {
  placeOf: ({ name }, { isSwagger }) =>
    isSwagger ? pointerOf('definitions', name) : pointerOf('components', 'schemas', name),
}
