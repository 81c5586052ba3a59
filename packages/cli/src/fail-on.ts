import type { ToldChange, Verdict } from '@penstock/diff'
import { type Option, text } from './command.ts'

const order: readonly Verdict[] = ['documentation', 'safe', 'risky', 'breaking']

/** The option that makes a command fail from a verdict on. */
export function failOnOption(description: string, choices: readonly Verdict[]): Option {
  return { flags: '--fail-on <verdict>', description, choices }
}

/** The changes that are as bad as `--fail-on` says, or worse, and that nobody acknowledged; none without it. */
export function changesToFailOn(
  changes: readonly ToldChange[],
  options: Parameters<typeof text>[0],
): readonly ToldChange[] {
  const limit = order.indexOf((text(options, 'failOn') ?? '') as Verdict)
  return limit < 0
    ? []
    : changes.filter(({ verdict, acknowledged }) => order.indexOf(verdict) >= limit && !acknowledged)
}
