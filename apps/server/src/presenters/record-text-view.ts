/** One record on both sides of a plan, in YAML; null where it does not exist. */
export interface RecordText {
  readonly before: string | null
  readonly after: string | null
}
