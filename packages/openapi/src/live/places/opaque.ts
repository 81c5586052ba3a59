import type { Opaque } from '@penstock/model'
import type { KindPlace } from './kind-place.ts'

export const opaquePlace: KindPlace<Opaque> = { placeOf: ({ pointer }) => pointer }
