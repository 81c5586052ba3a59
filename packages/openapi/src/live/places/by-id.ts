import type { ApiRecord } from '@penstock/model'
import { penstockRoot } from '../../penstock-words.ts'
import { pointerOf } from '../../pointer.ts'

/** Place of a record that no member of OpenAPI stands for: it is said in `x-penstock` by its id. */
export function placeById({ id }: Pick<ApiRecord, 'id'>): string {
  return pointerOf(penstockRoot, 'records', id)
}
