import type { Api } from '@penstock/model'

/** What of the api record decides what other records mean. When one of these changes, everything is checked again. */
export interface Facts {
  readonly isAws: boolean
  readonly type: 'REST' | 'HTTP' | 'WEBSOCKET'
  readonly dialect: 'oas31' | 'oas30' | 'swagger2'
  /** Made from a description, so that what a description should say can be asked of it. */
  readonly isDescribed: boolean
}

export function factsOf(api: Api | undefined): Facts {
  return {
    isAws: api?.compatibility === 'aws',
    type: api?.type ?? 'REST',
    dialect: api?.dialect ?? 'oas31',
    isDescribed: api?.openapiVersion !== undefined,
  }
}
