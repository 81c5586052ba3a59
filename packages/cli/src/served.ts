import type { Output } from './output.ts'
import { type ExitCode, exitCode } from './exit-code.ts'

/** How many of the connected gateways serve what was deployed. */
export interface Nodes {
  readonly serving: number
  readonly total: number
}

/** The exit code of a command that deployed: traffic that still gets the old version is a failure, and is told so. */
export function servedEverywhere(
  { serving, total }: Nodes,
  { stage, version }: { readonly stage: string; readonly version: number },
  output: Output,
): ExitCode {
  if (serving >= total) return exitCode.done
  output.error(
    `v${version} is deployed to ${stage}, but only ${serving} of ${total} gateways serve it: the others go on with what ` +
      'they had. The stage in the console says why; Penstock keeps trying.',
  )
  return exitCode.failed
}
