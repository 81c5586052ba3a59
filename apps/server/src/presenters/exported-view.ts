export interface Exported {
  readonly text: string
  readonly fileName: string
}
