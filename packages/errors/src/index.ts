export { AppError, type AppErrorOptions, toAppError } from './app-error.ts'
export { catalog, type ErrorCode } from './catalog.ts'
export type { CodeDefinition, Fault } from './code.ts'
export { type ErrorPages, errorPagesPath, type Problem, toProblem } from './problem-json.ts'
