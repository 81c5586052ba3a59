import { recordsOf } from '@penstock/model'
import type { NodeCopies } from '../node-copies.ts'

export const gatewayResponseCopies: NodeCopies<'gatewayResponse'> = {
  free: (copy, definition) => {
    for (const other of recordsOf(definition, 'gatewayResponse'))
      if (other.responseType === copy.responseType && other.id !== copy.id)
        return `This API has its answer to ${copy.responseType} already.`
    return copy
  },
}
