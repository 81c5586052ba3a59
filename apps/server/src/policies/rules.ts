import type { Actor } from '../auth/actor.ts'

export type Rule = (actor: Actor) => boolean

export const everybody: Rule = () => true
/** Somebody who is signed in, and no program. */
export const people: Rule = (actor) => actor.kind === 'user'
export const administrators: Rule = (actor) => actor.role === 'admin'
