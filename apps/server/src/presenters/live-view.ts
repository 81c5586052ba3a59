/** What an open browser hears of: told as it is, so the hub's own type is the contract. */
export type { LiveEvent, Presence } from '../live/event.ts'
