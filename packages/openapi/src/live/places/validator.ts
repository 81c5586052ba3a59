import type { Validator } from '@penstock/model'
import { validatorsExtension } from '../../import/amazon.ts'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const validatorPlace: KindPlace<Validator> = {
  placeOf: ({ name }) => pointerOf(validatorsExtension, name),
}
