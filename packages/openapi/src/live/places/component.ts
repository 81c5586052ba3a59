import type { Component } from '@penstock/model'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const componentPlace: KindPlace<Component> = {
  placeOf: ({ section, name }, { isSwagger }) =>
    isSwagger ? pointerOf(section, name) : pointerOf('components', section, name),
}
