import type { Core } from '../core.ts'
import type { Author } from '../store/audit.ts'

/** What a command works with: the core, and who asks. */
export interface CommandContext extends Core {
  readonly actor: Author
}
