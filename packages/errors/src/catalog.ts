import { cliCodes } from './codes/cli.ts'
import { accessCodes } from './codes/access.ts'
import { definitionCodes } from './codes/definition.ts'
import { deployRequestCodes } from './codes/deploy-requests.ts'
import { gatewayCodes } from './codes/gateway.ts'
import { generalCodes } from './codes/general.ts'
import { storageCodes } from './codes/storage.ts'
import type { CodeDefinition } from './code.ts'

/** Every error that Penstock makes. Each has a page in docs/errors; catalog.test.ts holds the two together. */
export const catalog = {
  ...generalCodes,
  ...accessCodes,
  ...cliCodes,
  ...definitionCodes,
  ...deployRequestCodes,
  ...storageCodes,
  ...gatewayCodes,
} as const satisfies Record<string, CodeDefinition>

export type ErrorCode = keyof typeof catalog
