import { cores, runPinned } from './pinned.ts'

export interface Scenario {
  readonly name: string
  readonly connections: number
  readonly path: string
}

export interface LoadResult {
  readonly requests: number
  readonly perSecond: number
}

/** As fast as it goes on so many connections, by wrk. Throws when an answer was not a 2xx. */
export function load(url: string, { connections, path }: Scenario, headers: readonly string[]): LoadResult {
  const sent = ['accept: application/json', 'user-agent: race/1', ...headers].flatMap((line) => ['-H', line])
  const options = ['-t1', `-c${connections}`, '-d2s', '--timeout', '5s']
  const printed = runPinned(cores.rest, ['wrk', ...options, ...sent, url + path])
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1]
  const refused = found(/Non-2xx or 3xx responses: (\d+)/)
  if (refused) throw new Error(`${refused} answers of ${url}${path} were not a 2xx`)
  return {
    requests: Number(found(/(\d+) requests in/) ?? Number.NaN),
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/) ?? Number.NaN),
  }
}
