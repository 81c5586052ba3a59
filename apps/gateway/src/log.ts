export type LogLevel = 'info' | 'warn' | 'error'

/** One line for the operator: a message and what belongs to it. Never secrets, never bodies. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void

/** Lines of JSON, as collectors read them. */
export function jsonLog(write: (line: string) => void): Log {
  return (level, message, fields) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`)
}

export const silentLog: Log = () => undefined
