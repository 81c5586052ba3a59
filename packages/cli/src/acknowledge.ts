import type { ToldChange, GivenAcknowledgement } from '@penstock/diff'
import type { Option, Options } from './command.ts'

/** The option that takes changes upon oneself. */
export const acknowledgeOption: Option = {
  flags: '--acknowledge <change-or-check=reason>',
  description:
    'take a change, or all that a check found, upon yourself: --fail-on passes it, and the reason stays in the history; may be repeated',
  problemOfEach: (value) =>
    split(value) ? undefined : 'Write the id of a change or of a check, "=", and the reason.',
}

/** What was given with `--acknowledge`. */
export function givenAcknowledgements(options: Options): GivenAcknowledgement[] {
  const values = options['acknowledge']
  return Array.isArray(values) ? values.flatMap((value: string) => split(value) ?? []) : []
}

/** The changes of a plan with what was given: as the control plane will see them. */
export async function withGiven(
  changes: readonly ToldChange[],
  given: readonly GivenAcknowledgement[],
): Promise<readonly ToldChange[]> {
  if (given.length === 0) return changes
  const { acknowledgeChanges } = await import('@penstock/diff')
  return acknowledgeChanges(changes, given, { by: 'you', actor: null, at: '' })
}

function split(value: string): GivenAcknowledgement | undefined {
  const at = value.indexOf('=')
  const [of, reason] = [value.slice(0, at).trim(), value.slice(at + 1).trim()]
  return at > 0 && of && reason ? { of, reason } : undefined
}
