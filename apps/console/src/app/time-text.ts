/** The reader's own way to write times, the same on every screen. Without a locale: that of the browser. */
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const exactClock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const both = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** "7:01 AM" or "07:01". */
export function clockText(at: Moment): string {
  return clock.format(new Date(at))
}

/** With seconds: "7:01:05 AM". */
export function exactClockText(at: Moment): string {
  return exactClock.format(new Date(at))
}

/** "Nov 22, 2026". */
export function dayText(at: Moment): string {
  return day.format(new Date(at))
}

/** "Nov 22, 2026, 7:01 AM". */
export function momentText(at: Moment): string {
  return both.format(new Date(at))
}

/** With seconds: "Nov 22, 2026, 7:01:05 AM". */
export function exactMomentText(at: Moment): string {
  return exact.format(new Date(at))
}

/** An ISO date or milliseconds. */
type Moment = string | number
