import type { Api } from '@penstock/model'
import type { Bundle, BundleCors } from '../schema.ts'
import { type BuildContext, warning } from './context.ts'
import { defined } from './defined.ts'

/** What of the api record the gateway needs. */
export function buildSettings(context: BuildContext): Bundle['api'] {
  const { api } = context
  if (api.cors?.allowCredentials && api.cors.allowOrigins?.includes('*'))
    context.report(
      warning(
        'cors-credentials-for-any-origin',
        'Credentials are not allowed to "any origin": every site could use those of its visitors.',
        { record: api.id, path: ['cors', 'allowCredentials'] },
        'Name the origins that may send credentials.',
      ),
    )
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
