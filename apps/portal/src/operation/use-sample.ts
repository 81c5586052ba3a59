import type { Json } from '@penstock/model'
import { useEffect, useState } from 'react'
import type { Schemas } from '../schema/schema-ref.ts'
import { sampleValue } from './sample-value.ts'

/** `value` stays undefined when none can be made. */
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
  const [made, setMade] = useState<{ value: Json | undefined; of: Json } | null>(null)
  const isNeeded = given === undefined && schema !== undefined
  useEffect(() => {
    if (!isNeeded) return undefined
    let isWanted = true
    void sampleValue(schema, schemas, { isRequest }).then((value) => {
      if (isWanted) setMade({ value, of: schema })
    })
    return () => {
      isWanted = false
    }
  }, [isNeeded, schema, schemas, isRequest])
  if (!isNeeded) return { value: given, isReady: true }
  // What was made for another schema is none for this one.
  return made?.of === schema ? { value: made.value, isReady: true } : { value: undefined, isReady: false }
}
