import type { Client } from './client.ts'
import type { ExitCode } from './exit-code.ts'
import type { Output } from './output.ts'

export interface Option {
  /** As commander writes it: `--api <slug>`, `--force`, `-o, --output <file>`. */
  readonly flags: string
  readonly description: string
  readonly default?: string
  /** All that may be said; anything else is a usage error. */
  readonly choices?: readonly string[]
  /** May be given many times: a list. What is wrong with one of them is a usage error. */
  readonly problemOfEach?: (value: string) => string | undefined
}

/** What was said, by the camel-case name of the option. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface CommandContext {
  readonly client: Client
  readonly output: Output
  readonly signal: AbortSignal
  /** What a command that is suggested needs after it to reach the same control plane; empty where it needs nothing. */
  readonly connection: string
  /** `--json` was given: `output.result` prints the value, and nothing else goes to standard output. */
  readonly json: boolean
}

/** One command as data; `run.ts` turns it into a parser, and `--help` is made from the same words. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** `<required>` and `[optional]`, as commander writes them. */
  readonly args: readonly { readonly name: string; readonly description: string }[]
  readonly options: readonly Option[]
  readonly example: string
  run(context: CommandContext, args: readonly string[], options: Options): Promise<ExitCode>
}

/** A text option's value, or undefined when it was not given. */
export function text(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
