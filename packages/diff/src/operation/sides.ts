import type { Definition } from '@penstock/model'
import type { Emit } from '../delta.ts'

/** Both definitions, and where to put what is found: what every comparison of a part of an operation gets. */
export interface Sides {
  readonly before: Definition
  readonly after: Definition
  readonly emit: Emit
}

export type Path = readonly (string | number)[]
