import type { Integration } from '@penstock/model'
import type { BundleIntegration } from '../../schema.ts'
import type { BuildContext } from '../context.ts'

/** How integrations of one type become what the gateway runs. One file per type in this folder. */
export type Translation = (integration: Integration, context: BuildContext) => BundleIntegration
