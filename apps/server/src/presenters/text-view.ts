import type { Syntax } from '@penstock/openapi/live'
import type { TextPart } from '../store/text-parts.ts'

export type { SavedText, StalePart } from '../commands/save-text.ts'

/** How the text of a draft is written, beyond what its records say. */
export interface TextView {
  /** What the description was written in that the API came of. */
  readonly syntax: Syntax
  readonly parts: readonly TextPart[]
}
