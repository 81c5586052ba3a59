import type { Json } from '@penstock/model'
import { useEffect, useState } from 'react'
import type { Schemas } from '../schema/schema-ref.ts'
import { sampleValue } from './sample-value.ts'

/** `undefined` while it is being made, `null` in `value` when none can be. */
export interface Sample {
  readonly value: Json | undefined
  readonly isReady: boolean
}

/** An example made up from a schema; nothing is made while `given` is there. */
export function useSample(
  schema: Json | undefined,
  schemas: Schemas,
  isRequest: boolean,
  given: Json | undefined,
): Sample {
  const [sample, setSample] = useState<Sample>({ value: undefined, isReady: false })
  const isNeeded = given === undefined && schema !== undefined
  useEffect(() => {
    if (!isNeeded) return undefined
    let isWanted = true
    void sampleValue(schema, schemas, { isRequest }).then((value) => {
      if (isWanted) setSample({ value, isReady: true })
    })
    return () => {
      isWanted = false
    }
  }, [isNeeded, schema, schemas, isRequest])
  return isNeeded ? sample : { value: given, isReady: true }
}
