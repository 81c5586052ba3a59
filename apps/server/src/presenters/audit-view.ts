import type { Json } from '@penstock/model'

export interface AuditView {
  readonly id: string
  readonly at: string
  readonly api: string | null
  readonly action: string
  readonly actor: string
  readonly source: string
  readonly data: Json
}
