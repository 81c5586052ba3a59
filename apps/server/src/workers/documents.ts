import { createSlots } from './slots.ts'

/**
 * Reading or writing a large description takes a thread, a processor and up to gigabytes: two at a time, all told.
 * Texts of 256 million characters wait for that, and no more.
 */
export const documentSlots = createSlots({
  count: 2,
  waitingMax: 16,
  waitingSizeMax: 256 * 1024 * 1024,
  what: 'descriptions',
})
