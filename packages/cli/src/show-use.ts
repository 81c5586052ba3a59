/** The members of a plan's consequences that the command line shows; the server answers more. */
export interface ConsequencesAnswer {
  readonly since: string | null
  readonly isComplete: boolean
  readonly changes: readonly ({ readonly change: string } & Use)[]
}

interface Use {
  readonly routes: number
  readonly day: Figures
  readonly month: Figures
}

interface Figures {
  readonly requests: number
  readonly consumers: number
  /** There were more consumers than are told apart. */
  readonly isMore: boolean
}

/** Change → how much the routes that it touches were used, in words; nothing for one that touches none. */
export function showUse({ since, isComplete, changes }: ConsequencesAnswer): Map<string, string> {
  const known = since === null ? undefined : `counted since ${since.slice(0, 10)}`
  return new Map(
    changes
      .filter(({ routes }) => routes > 0)
      .map(({ change, routes, day, month }) => [
        change,
        [
          `${routes} ${routes === 1 ? 'route' : 'routes'}`,
          ...(known === undefined
            ? ['no telemetry yet']
            : [`24 h: ${figures(day)}`, `30 d: ${figures(month)}`, known]),
          ...(isComplete ? [] : ['at least: some could not be recorded']),
        ].join(' · '),
      ]),
  )
}

function figures({ requests, consumers, isMore }: Figures): string {
  if (requests === 0) return 'no requests'
  const count = requests.toLocaleString('en')
  return `${count} ${requests === 1 ? 'request' : 'requests'} from ${consumers}${isMore ? '+' : ''} ${consumers === 1 && !isMore ? 'consumer' : 'consumers'}`
}
