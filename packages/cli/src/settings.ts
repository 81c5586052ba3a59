import { AppError } from '@penstock/errors'
import path from 'node:path'

export interface Settings {
  readonly port: number
  readonly host: string
  readonly gatewayPort: number
  readonly gatewayAdminPort: number
  readonly gatewayHost: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

/** The environment variables of the manual (docs/configuration.md) with their defaults; a bad one is named. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: port(env, 'PENSTOCK_PORT', 9000),
    host: env['PENSTOCK_HOST'] ?? '127.0.0.1',
    gatewayPort: port(env, 'PENSTOCK_GATEWAY_PORT', 9080),
    gatewayAdminPort: port(env, 'PENSTOCK_GATEWAY_ADMIN_PORT', 9081),
    gatewayHost: env['PENSTOCK_GATEWAY_HOST'] ?? '127.0.0.1',
    dataDir: path.resolve(env['PENSTOCK_DATA_DIR'] ?? '.penstock'),
    databaseUrl: env['DATABASE_URL'],
  }
}

function port(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const value = env[name]
  if (value === undefined || value === '') return otherwise
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number
  throw new AppError('INVALID_INPUT', {
    params: { reason: `${name} is "${value}"; it must be a port number.` },
  })
}
