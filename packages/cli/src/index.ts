import { run } from './run.ts'

export { exitCode, type ExitCode } from './exit-code.ts'
export { type Environment, run } from './run.ts'

/** The command line as a process sees it: real streams, real environment, Ctrl-C as an abort. */
export async function main(argv: readonly string[]): Promise<number> {
  const abort = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort(signal))
  return run(argv, { stdout: process.stdout, stderr: process.stderr, env: process.env, signal: abort.signal })
}
