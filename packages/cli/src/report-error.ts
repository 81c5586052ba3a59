import type { AppError, ErrorCode } from '@penstock/errors'
import pc from 'picocolors'
import type { Environment } from './run.ts'
import { type ExitCode, exitCode } from './exit-code.ts'

const whereTokensAre =
  'Make one under API tokens in the console, and set PENSTOCK_TOKEN to it (or give --token).'

/** What to do about an error in the words of the command line: the server's are those of REST. */
const advice: Partial<Record<ErrorCode, string>> = {
  SLUG_TAKEN: 'Import with --mode merge or --mode overwrite to change it, or name another with --api.',
  TOKEN_INVALID: whereTokensAre,
  UNAUTHENTICATED: whereTokensAre,
}

/** Says on standard error what went wrong, where, and what to do; with `--json` as one document. */
export function reportError(error: AppError, { stderr, signal }: Environment, json: boolean): ExitCode {
  if (signal.aborted) return exitCode.failed
  const { code, message, details } = error
  // What happened on this machine, for whoever runs it: without it nobody could tell why. Servers never send theirs.
  const internal = error.fault === 'client' ? undefined : error.internal
  if (json) {
    const document = { code, message, details, internal }
    stderr.write(`${JSON.stringify(document)}\n`)
    return exitCode.failed
  }
  const lines = located(details, message)
  // A message of several lines lists what is said below with its place.
  stderr.write(`${pc.red('error')} ${lines.length > 0 ? message.split('\n')[0] : message}\n`)
  if (internal) stderr.write(`${pc.dim(`  ${internal}`)}\n`)
  for (const line of lines) stderr.write(`  ${line}\n`)
  if (advice[code]) stderr.write(`  ${advice[code]}\n`)
  stderr.write(pc.dim(`  ${code} · docs/errors/${code}.md\n`))
  return exitCode.failed
}

interface Located {
  readonly message?: string
  readonly location?: { readonly pointer?: string; readonly line?: number }
}

/** Diagnostics that came with the error, one line each; none where the message says the only one with its line. */
function located(details: unknown, message: string): string[] {
  const list = (details as { diagnostics?: unknown } | undefined)?.diagnostics
  if (!Array.isArray(list)) return []
  const diagnostics = list as Located[]
  const lines = diagnostics.slice(0, 20).map((item) => {
    const { line, pointer = '' } = item.location ?? {}
    const at = line === undefined ? pointer : `line ${line}`
    return `${at ? `${at}: ` : ''}${item.message ?? ''}`
  })
  const [only] = diagnostics
  if (lines.length === 1 && !only?.location?.pointer && message.includes(only?.message ?? '')) return []
  const more = diagnostics.length - lines.length
  return more > 0 ? [...lines, `and ${more} more`] : lines
}
