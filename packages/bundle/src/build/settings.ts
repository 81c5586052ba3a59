import type { Api } from '@penstock/model'
import type { Bundle, BundleCors } from '../schema.ts'
import { defined } from './defined.ts'

/** What of the api record the gateway needs. */
export function buildSettings(api: Api): Bundle['api'] {
  return defined({
    id: api.id,
    name: api.name,
    type: api.type ?? 'REST',
    compatibility: api.compatibility ?? 'native',
    binaryMediaTypes: api.binaryMediaTypes ?? [],
    cors: api.cors && buildCors(api.cors),
  })
}

function buildCors(cors: NonNullable<Api['cors']>): BundleCors {
  return defined({
    allowOrigins: cors.allowOrigins ?? [],
    allowMethods: cors.allowMethods ?? [],
    allowHeaders: cors.allowHeaders ?? [],
    exposeHeaders: cors.exposeHeaders ?? [],
    allowCredentials: cors.allowCredentials ?? false,
    maxAgeSeconds: cors.maxAgeSeconds,
  })
}
