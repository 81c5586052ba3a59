import pc from 'picocolors'
import type { Client } from './client.ts'

/** What the command line reads of a stage. */
export interface Stage {
  readonly name: string
  /** Why it does not serve what it should, in words. */
  readonly problem: string | null
}

/**
 * The stages that can be deployed to, in the order in which they were made. Undefined when they can't be had: this is
 * asked for a line more, after what the command is for was done, and that it fails must not say that this failed.
 */
export async function stagesOf(client: Client, api: string): Promise<Stage[] | undefined> {
  const answer = await client
    .json<{ stages: Stage[] }>('GET', `/api/v1/apis/${encodeURIComponent(api)}/stages`)
    .catch(() => undefined)
  return answer?.stages.filter(({ name }) => name !== 'preview')
}

/** A line that says what is wrong with a stage; none when nothing is, when it is not there yet, or when nobody can tell. */
export async function problemLines(client: Client, api: string, stage: string): Promise<string[]> {
  const problem = (await stagesOf(client, api))?.find(({ name }) => name === stage)?.problem
  return problem ? [`${pc.red('problem')} ${stage}: ${problem}`] : []
}
