import { type BundleFunction, isReservedVariable } from '@penstock/bundle'

/** Everything that a function's process has in its environment: its own variables, Lambda's, and those that are given to it. */
export function functionEnvironment(
  definition: BundleFunction,
  folder: string,
  given: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const own = Object.entries(definition.environment).filter(([name]) => !isReservedVariable(name))
  return {
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    ...Object.fromEntries(own),
    ...given,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: definition.handler,
  }
}
