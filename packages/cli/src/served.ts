import type { Client } from './client.ts'
import type { Output } from './output.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { problemLines } from './stages.ts'

/** How many of the connected gateways serve what was deployed. */
export interface Nodes {
  readonly serving: number
  readonly total: number
}

interface Served {
  readonly api: string
  readonly stage: string
  readonly version: number
  readonly nodes: Nodes
}

/** The exit code of a command that deployed: traffic that still gets the old version is a failure. Says what is wrong with the stage. */
export async function servedEverywhere(
  client: Client,
  { api, stage, version, nodes: { serving, total } }: Served,
  output: Output,
): Promise<ExitCode> {
  const isServed = serving >= total
  if (!isServed) {
    output.error(
      `v${version} is deployed to ${stage}, but only ${serving} of ${total} gateways serve it: the others go on with what ` +
        'they had. Penstock keeps trying.',
    )
  }
  for (const line of await problemLines(client, api, stage)) output.error(line)
  return isServed ? exitCode.done : exitCode.failed
}
