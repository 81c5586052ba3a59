import type { Actor } from '../auth/actor.ts'

export type Rule = (actor: Actor) => boolean

export const everybody: Rule = () => true
export const administrators: Rule = (actor) => actor.role === 'admin'
