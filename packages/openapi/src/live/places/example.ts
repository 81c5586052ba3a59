import type { RecordOf } from '@penstock/model'
import type { KindPlace } from './kind-place.ts'

/** No live document says examples: they are edited where requests are tried. */
export const examplePlace: KindPlace<RecordOf<'example'>> = {
  placeOf: () => undefined,
  recordAt: null,
}
