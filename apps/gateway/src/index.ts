export { jsonLog, type Log, type LogLevel, silentLog } from './log.ts'
export { gatewayOptions, type GatewayOptions } from './options.ts'
export { runGateway } from './run-gateway.ts'
export { type Gateway, startGateway } from './start-gateway.ts'
