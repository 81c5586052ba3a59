import { createSlots } from './slots.ts'

/** Reading or writing a large description takes a thread, a processor and up to gigabytes: two at a time, all told. */
export const documentSlots = createSlots({ count: 2, waitingMax: 16, what: 'descriptions' })
