import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { readSettings } from '../settings.ts'
import { untilAborted } from '../until-aborted.ts'

export const server: Command = {
  name: 'server',
  summary: 'Run the control plane alone: console, API, portals; gateways connect to it',
  args: [],
  options: [],
  example: 'DATABASE_URL=postgresql://… penstock server',
  async run({ output, signal }) {
    // Loaded when it is run: the other commands are clients and need none of it.
    const { startServer } = await import('@penstock/server')
    const settings = readSettings(process.env)
    const running = await startServer(settings)
    output.result({ url: running.url, setupUrl: running.setupUrl }, greeting(running.url, running.setupUrl))
    await untilAborted(signal)
    await running.close()
    return exitCode.done
  },
}

/** What a person sees first; the setup link is only there until the first administrator exists. */
export function greeting(url: string, setupUrl: string | null): string {
  const lines = [`Console   ${url}`]
  if (setupUrl) lines.push(`First administrator (this link works once):\n          ${setupUrl}`)
  return lines.join('\n')
}
