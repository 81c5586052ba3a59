import type { ActorRef } from '@penstock/diff'
import type { Author } from './audit.ts'

/** Who did something, from its columns; null for rows that are older than these and not in the audit log either. */
export function keptActor(kind: string | null, id: string | null): ActorRef | null {
  return kind === null || id === null ? null : { kind: kind as ActorRef['kind'], id }
}

/** The account or token of somebody: what the rules compare, and never the name. */
export function actorOf({ kind, id }: Pick<Author, 'kind' | 'id'>): ActorRef {
  return { kind, id }
}

/** Whether two are the same account or the same token. Nobody is the same as who is not known. */
export function isSameActor(a: ActorRef | null, b: ActorRef): boolean {
  return a?.kind === b.kind && a.id === b.id
}
