import pc from 'picocolors'

/** Where a command says things: results on standard output, everything else on standard error. */
export interface Output {
  /** The answer of the command: `text` for people, `value` as JSON with `--json`. */
  readonly result: (value: unknown, text: string) => void
  /** One line of a stream of answers (logs): NDJSON with `--json`. */
  readonly line: (value: unknown, text: string) => void
  /** What is going on, for people at a terminal. */
  readonly progress: (message: string) => void
  readonly error: (message: string) => void
}

export interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
}

export function createOutput({ stdout, stderr }: Streams, json: boolean): Output {
  return {
    result: (value, text) =>
      void stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : text && `${text}\n`),
    line: (value, text) => void stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
    progress: (message) => {
      if (stderr.isTTY && !json) stderr.write(`${pc.dim(message)}\n`)
    },
    error: (message) => void stderr.write(`${message}\n`),
  }
}
