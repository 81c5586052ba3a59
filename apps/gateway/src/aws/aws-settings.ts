import type { AwsCredentials } from '../sigv4/credentials.ts'

/** What the gateway's environment says of Amazon's services. */
export interface AwsSettings {
  readonly credentials: AwsCredentials | null
  /** For what names no region itself. */
  readonly region: string | null
  /** Service id (`SQS`, `DYNAMODB`) → URL; the empty id is for all others. */
  readonly endpoints: ReadonlyMap<string, string>
}

const prefix = 'AWS_ENDPOINT_URL'

/**
 * The variables that Amazon's SDKs read (AWS SDKs and Tools Reference Guide, "Environment variables support"):
 * AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL,
 * AWS_ENDPOINT_URL_<SERVICE>, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS. Nothing else is asked: no files, no instance's metadata.
 */
export function awsSettings(env: Readonly<Record<string, string | undefined>>): AwsSettings {
  const accessKeyId = env['AWS_ACCESS_KEY_ID']?.trim()
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY']?.trim()
  const sessionToken = env['AWS_SESSION_TOKEN']?.trim()
  const endpoints = new Map<string, string>()
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() !== 'true')
    for (const [name, value] of Object.entries(env)) {
      if (!value || (name !== prefix && !name.startsWith(`${prefix}_`))) continue
      endpoints.set(name.slice(prefix.length + 1), value)
    }
  return {
    credentials:
      accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
        : null,
    region: env['AWS_REGION']?.trim() || env['AWS_DEFAULT_REGION']?.trim() || null,
    endpoints,
  }
}

/** Of a gateway that was told nothing. */
export const noAwsSettings: AwsSettings = { credentials: null, region: null, endpoints: new Map() }
