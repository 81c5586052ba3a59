/** How one of Amazon's services is called. */
export interface AwsService {
  /** First label of its host. */
  readonly host: string
  /** Between it and the region, or before it: `bucket` of `bucket.s3`. Empty where there is none. */
  readonly subdomain: string
  /** Its id as Amazon's SDKs write it in `AWS_ENDPOINT_URL_<id>`. */
  readonly id: string
  /** The name that it signs under. */
  readonly signingName: string
  /** The region of a service that has one address for all. */
  readonly onlyRegion: string | null
  /** A service whose actions are told in `X-Amz-Target`; null: in `Action=`. */
  readonly json: { readonly prefix: string; readonly version: '1.0' | '1.1' } | null
}

type Known = Partial<Omit<AwsService, 'subdomain'>>

const json = (prefix: string, version: '1.0' | '1.1') => ({ prefix, version })

/** Those whose name in an integration URI does not say all. Every other is called, signed and configured by its name. */
const known: Readonly<Record<string, Known | undefined>> = {
  athena: { json: json('AmazonAthena', '1.1') },
  'bedrock-runtime': { signingName: 'bedrock' },
  'cognito-idp': {
    id: 'COGNITO_IDENTITY_PROVIDER',
    json: json('AWSCognitoIdentityProviderService', '1.1'),
  },
  dynamodb: { json: json('DynamoDB_20120810', '1.0') },
  email: { id: 'SES', signingName: 'ses' },
  events: { id: 'EVENTBRIDGE', json: json('AWSEvents', '1.1') },
  firehose: { json: json('Firehose_20150804', '1.1') },
  iam: { onlyRegion: 'us-east-1' },
  iotdata: { host: 'iot', id: 'IOT_DATA_PLANE', signingName: 'iotdata' },
  kinesis: { json: json('Kinesis_20131202', '1.1') },
  kms: { json: json('TrentService', '1.1') },
  logs: { id: 'CLOUDWATCH_LOGS', json: json('Logs_20140328', '1.1') },
  monitoring: { id: 'CLOUDWATCH' },
  'runtime.sagemaker': { id: 'SAGEMAKER_RUNTIME', signingName: 'sagemaker' },
  secretsmanager: { id: 'SECRETS_MANAGER', json: json('secretsmanager', '1.1') },
  states: { id: 'SFN', json: json('AWSStepFunctions', '1.0') },
  'streams.dynamodb': {
    id: 'DYNAMODB_STREAMS',
    signingName: 'dynamodb',
    json: json('DynamoDBStreams_20120810', '1.0'),
  },
  'sync-states': { id: 'SFN', signingName: 'states', json: json('AWSStepFunctions', '1.0') },
}

/** A service by its name in an integration URI (`sqs`, `bucket.s3`). Null: no such name can be part of a host. */
export function awsService(name: string): AwsService | null {
  if (!/^[a-z0-9][a-z0-9.-]*$/i.test(name)) return null
  const cut = known[name] ? -1 : name.lastIndexOf('.')
  const service = name.slice(cut + 1)
  if (service === '') return null
  return {
    host: service,
    subdomain: cut < 0 ? '' : name.slice(0, cut),
    id: service.toUpperCase().replace(/[^A-Z0-9]/g, '_'),
    signingName: service,
    onlyRegion: null,
    json: null,
    ...known[service],
  }
}
