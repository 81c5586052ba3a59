import type { RecordOf } from '@penstock/model'
import type { KindPlace } from './kind-place.ts'

/** Stands in the members that it is of, which are other records' places. */
export const documentationPlace: KindPlace<RecordOf<'documentation'>> = {
  placeOf: () => undefined,
  recordAt: null,
}
