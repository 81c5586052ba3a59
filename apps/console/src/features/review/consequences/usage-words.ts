import type { ConsequencesView } from '@penstock/server'
import { plural } from '../plan-sentence.ts'
import { clockText } from '../../../app/time-text.ts'

export type Usage = Pick<ConsequencesView['changes'][number], 'day' | 'month'>
type Use = Usage['day']

/** Since when requests of the stage are counted, and whether all of them could be. */
export type Recording = Pick<ConsequencesView, 'since' | 'isComplete'>

const dayMs = 86_400_000
/** Each figure of a month looks back to the beginning of its first day. */
const monthMs = 31 * dayMs
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const exactBelow = 10_000
const noBreak = '\u00a0'

/** "1,204 requests from 3 consumers in 24 h, 31 k in 30 d": what the routes of a change were used for. */
export function usageWords({ day, month }: Usage, recording: Recording, now: number): string {
  if (recording.since === null) return 'no telemetry yet'
  const while_ = monthWords(recording, now)
  if (month.requests === 0) return `no requests ${while_}`
  const least = recording.isComplete ? '' : 'at least '
  if (day.requests === 0) return `no requests in 24 h, ${least}${requests(month)}${from(month)} ${while_}`
  return `${least}${requests(day)}${from(day)} in 24 h, ${figure(month.requests)} ${while_}`
}

/** "in 30 d"; where less than that is known, since when. */
function monthWords({ since }: Recording, now: number): string {
  const begun = since === null ? now : Date.parse(since)
  return now - begun >= monthMs ? 'in 30 d' : `since ${momentName(begun, now)}`
}

/** What stands over figures of a month: "30 d"; where less than that is known, since when. */
export function monthColumn(recording: Recording, now: number): string {
  const words = monthWords(recording, now).replace(/^in /, '')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** "2:05 PM" where that is today, for whoever reads it; else the day. */
function momentName(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? clockText(at) : dayName(at)
}

/** "22 Nov", in UTC as days are counted. It is not broken over two lines, as figures are not. */
export function dayName(at: string | number): string {
  return date.format(new Date(at)).replace(' ', noBreak)
}

/** Exact while that is read as quickly; "31 k" beyond. */
export function figure(count: number): string {
  if (count < exactBelow) return count.toLocaleString('en')
  return compact.format(count).replace(/[A-Z]$/, (unit) => noBreak + (unit === 'K' ? 'k' : unit))
}

function requests({ requests: count }: Use): string {
  return count < exactBelow ? plural(count, 'request') : `${figure(count)} requests`
}

function from({ consumers, isMore }: Use): string {
  if (consumers === 0) return ''
  return ` from ${isMore ? `more than ${plural(consumers, 'consumer')}` : plural(consumers, 'consumer')}`
}
