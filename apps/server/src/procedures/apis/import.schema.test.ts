import { expect, test } from 'vitest'
import { importApiSchema } from './import.schema.ts'

const read = (upstream: unknown) => importApiSchema.safeParse({ document: '{}', mode: 'create', upstream })

test.each(['https://orders.internal:8443/v1', 'http://127.0.0.1:1', 'servers', undefined])(
  'operations may be sent to %s',
  (upstream) => {
    expect(read(upstream)).toMatchObject({ success: true, data: upstream === undefined ? {} : { upstream } })
  },
)

test.each(['ftp://orders.internal', 'orders', '', 3])(
  '%j is no upstream, and it is said what is',
  (upstream) => {
    expect(read(upstream).error?.issues).toMatchObject([
      {
        path: ['upstream'],
        message: 'The upstream is an http or https URL, or "servers" for the one that the document names.',
      },
    ])
  },
)
