import { type Api, recordsOf } from '@penstock/model'
import type { KindPlace } from './kind-place.ts'

export const apiPlace: KindPlace<Api> = {
  placeOf: () => '/info',
  recordAt(definition, tokens) {
    return tokens.length === 1 && tokens[0] === 'info' ? [...recordsOf(definition, 'api')][0]?.id : undefined
  },
}
