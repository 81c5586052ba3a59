/** What the shell sees: scripts may rely on these. */
export const exitCode = { done: 0, failed: 1, usage: 2, changes: 3 } as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
