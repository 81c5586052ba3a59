/**
 * Variables that change how the process itself is loaded and run: NODE_OPTIONS alone could switch its sandbox off.
 * NODE_ENV is only ever read by libraries.
 */
const ofTheRuntime = /^(?:NODE_(?!ENV$)|LD_|DYLD_|GLIBC_|MALLOC_|OPENSSL_|SSL_|UV_|PATH$)/i

/** Variables that the gateway sets itself, as Lambda does. */
const ofTheGateway = new Set([
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'LAMBDA_TASK_ROOT',
  '_HANDLER',
  'PENSTOCK_CONNECTIONS_URL',
  'PENSTOCK_CONNECTIONS_TOKEN',
])

/** Whether a function's process never has the value that its author gave this variable. */
export function isReservedVariable(name: string): boolean {
  return ofTheRuntime.test(name) || ofTheGateway.has(name)
}
