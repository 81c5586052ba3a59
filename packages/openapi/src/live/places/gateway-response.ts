import type { GatewayResponse } from '@penstock/model'
import { gatewayResponsesExtension } from '../../import/amazon.ts'
import { pointerOf } from '../../pointer.ts'
import type { KindPlace } from './kind-place.ts'

export const gatewayResponsePlace: KindPlace<GatewayResponse> = {
  placeOf: ({ responseType }) => pointerOf(gatewayResponsesExtension, responseType),
}
