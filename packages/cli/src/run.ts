import { toAppError } from '@penstock/errors'
import {
  Command as Commander,
  CommanderError,
  InvalidArgumentError,
  Option as CommanderOption,
} from 'commander'
import { createClient } from './client.ts'
import type { Command, Option, Options } from './command.ts'
import { commands } from './commands/index.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { createOutput, type Streams } from './output.ts'
import { reportError } from './report-error.ts'
import { version } from './version.ts'

export interface Environment extends Streams {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** Parses the arguments, runs one command and answers its exit code; never throws and never ends the process. */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  let code: ExitCode = exitCode.done
  const program = new Commander('penstock')
    .description('An API gateway that is designed on a graph.')
    .version(version, '--version', 'print the version')
    .configureOutput(outputOf(environment))
    .exitOverride()
    .showHelpAfterError('(penstock --help lists the commands)')
  for (const command of commands) program.addCommand(build(command, environment, (result) => (code = result)))
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCode.done : exitCode.usage
    throw thrown
  }
}

function build(command: Command, environment: Environment, done: (code: ExitCode) => void): Commander {
  const built = new Commander(command.name)
    .description(command.summary)
    .addHelpText('after', `\nExample:\n  ${command.example}`)
    .configureOutput(outputOf(environment))
    .exitOverride()
  for (const arg of command.args) built.argument(arg.name, arg.description)
  for (const option of command.options) built.addOption(buildOption(option))
  built.option('--json', 'print the answer as JSON')
  built.option(
    '--url <url>',
    'the control plane (PENSTOCK_URL)',
    environment.env['PENSTOCK_URL'] ?? 'http://127.0.0.1:9000',
  )
  built.option('--token <token>', 'API token (PENSTOCK_TOKEN)')
  const usage = `Usage: penstock ${command.name} ${built.usage()}`
  built.showHelpAfterError(`${usage}\n(penstock ${command.name} --help says more)`)
  built.action(async (...given: unknown[]) => {
    const args = given.slice(0, command.args.length).filter((arg) => typeof arg === 'string')
    const options = built.opts<Options>()
    const json = options['json'] === true
    const output = createOutput(environment, json)
    const { PENSTOCK_TOKEN, PENSTOCK_BOOTSTRAP_TOKEN } = environment.env
    const token =
      typeof options['token'] === 'string' ? options['token'] : (PENSTOCK_TOKEN ?? PENSTOCK_BOOTSTRAP_TOKEN)
    const client = createClient({ url: String(options['url']), token, signal: environment.signal })
    try {
      const connection = built.getOptionValueSource('url') === 'cli' ? ` --url ${String(options['url'])}` : ''
      const context = { client, output, signal: environment.signal, connection, json }
      done(await command.run(context, args, options))
    } catch (thrown) {
      done(reportError(toAppError(thrown), environment, json))
    }
  })
  return built
}

function buildOption({
  flags,
  description,
  default: otherwise,
  choices,
  problemOfEach,
}: Option): CommanderOption {
  const built = new CommanderOption(flags, description)
  if (otherwise !== undefined) built.default(otherwise)
  if (choices) built.choices([...choices])
  if (problemOfEach)
    built.argParser<readonly string[] | undefined>((value, before) => {
      const problem = problemOfEach(value)
      if (problem !== undefined) throw new InvalidArgumentError(problem)
      return [...(before ?? []), value]
    })
  return built
}

function outputOf({ stdout, stderr }: Streams) {
  return {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
  }
}
