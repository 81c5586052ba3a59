/** How far a call to a backend had come when it failed, as it follows "it failed". */
export const callSteps = {
  queued: 'while it waited for a free connection',
  connecting: 'while the connection was made',
  waiting: 'while it waited for the answer',
  answering: 'in the middle of the answer',
  answered: 'after the whole answer had come',
} as const
