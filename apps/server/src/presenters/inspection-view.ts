import type { Inspection } from '@penstock/bundle'
import type { RecordId } from '@penstock/model'

/** A record that a request came by, as it is named. */
export interface PassedRecord {
  readonly id: RecordId
  readonly name: string
}

/** The records on a request's way, for whoever shows the graph; null where the method has none. */
export interface RequestPath {
  readonly resources: readonly PassedRecord[]
  readonly method: PassedRecord | null
  readonly authorizer: PassedRecord | null
  readonly validator: PassedRecord | null
  readonly integration: PassedRecord | null
  readonly upstream: PassedRecord | null
  readonly function: PassedRecord | null
}

/** What stands before the integration: each in words, and whether this gateway acts on it. */
export interface Guard {
  readonly name: 'authorizer' | 'api key' | 'limits' | 'validation' | 'cache'
  /** False: nothing is set. */
  readonly isSet: boolean
  readonly sentence: string
}

/** A gateway's inspection with what the control plane knows of the records on the way. */
export interface InspectionView extends Inspection {
  readonly records: RequestPath
  readonly guards: readonly Guard[]
}
