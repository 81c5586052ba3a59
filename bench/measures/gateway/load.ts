import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cores, runPinned } from './pinned.ts'

export interface Scenario {
  readonly name: string
  readonly connections: number
  readonly path: string
  /** JSON that is posted; without one it is a GET. */
  readonly body?: string
}

export interface LoadResult {
  readonly requests: number
  readonly perSecond: number
}

/** As fast as it goes on so many connections, by wrk. Throws when an answer was not a 2xx. */
export function load(
  url: string,
  { connections, path, body }: Scenario,
  headers: readonly string[],
): LoadResult {
  const sent = ['accept: application/json', 'user-agent: race/1', ...headers].flatMap((line) => ['-H', line])
  const options = ['-t1', `-c${connections}`, '-d2s', '--timeout', '5s']
  const printed =
    body === undefined
      ? runPinned(cores.rest, ['wrk', ...options, ...sent, url + path])
      : posting(body, (script) =>
          runPinned(cores.rest, ['wrk', ...options, '-s', script, ...sent, url + path]),
        )
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1]
  const refused = found(/Non-2xx or 3xx responses: (\d+)/)
  if (refused) throw new Error(`${refused} answers of ${url}${path} were not a 2xx`)
  return {
    requests: Number(found(/(\d+) requests in/) ?? Number.NaN),
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/) ?? Number.NaN),
  }
}

function posting(body: string, run: (script: string) => string): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'penstock-race-'))
  const script = path.join(directory, 'post.lua')
  writeFileSync(
    script,
    `wrk.method = "POST"\nwrk.headers["content-type"] = "application/json"\nwrk.body = [==[${body}]==]\n`,
  )
  try {
    return run(script)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
