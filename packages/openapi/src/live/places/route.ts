import type { RecordOf } from '@penstock/model'
import { placeById } from './by-id.ts'
import type { KindPlace } from './kind-place.ts'

export const routePlace: KindPlace<RecordOf<'route'>> = { placeOf: placeById }
