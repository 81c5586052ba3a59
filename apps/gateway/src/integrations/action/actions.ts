import { encodeStrictly } from '../../sigv4/encode.ts'
import { jsonAction, listIn, mapIn, members, numberIn, type Sent, timeIn, type Values } from './wire.ts'

/** One action that HTTP APIs call. */
export interface Action {
  /** As integration URIs name the service. */
  readonly service: string
  send(values: Values): Sent
}

/** How each `integrationSubtype` calls its service. */
export const actions: Readonly<Record<string, Action | undefined>> = {
  'AppConfig-GetConfiguration': { service: 'appconfig', send: getConfiguration },
  'EventBridge-PutEvents': {
    service: 'events',
    send: jsonAction('AWSEvents.PutEvents', '1.1', (values) => ({
      Entries: [members(values, { Time: timeIn, Resources: listIn })],
    })),
  },
  'Kinesis-PutRecord': {
    service: 'kinesis',
    // Data goes as it is given, and Kinesis takes base64.
    send: jsonAction('Kinesis_20131202.PutRecord', '1.1', (values) => members(values)),
  },
  'SQS-SendMessage': sqs('SendMessage'),
  'SQS-ReceiveMessage': sqs('ReceiveMessage'),
  'SQS-DeleteMessage': sqs('DeleteMessage'),
  'SQS-PurgeQueue': sqs('PurgeQueue'),
  'StepFunctions-StartExecution': stepFunctions('StartExecution', 'states'),
  // Amazon answers this one at an address of its own.
  'StepFunctions-StartSyncExecution': stepFunctions('StartSyncExecution', 'sync-states'),
  'StepFunctions-StopExecution': stepFunctions('StopExecution', 'states'),
}

function sqs(action: string): Action {
  const reads = {
    DelaySeconds: numberIn,
    MaxNumberOfMessages: numberIn,
    VisibilityTimeout: numberIn,
    WaitTimeSeconds: numberIn,
    AttributeNames: listIn,
    MessageAttributeNames: listIn,
    MessageAttributes: mapIn,
    MessageSystemAttributes: mapIn,
  }
  return {
    service: 'sqs',
    send: jsonAction(`AmazonSQS.${action}`, '1.0', (values) => members(values, reads)),
  }
}

/** Step Functions writes its parameters with a small letter. */
function stepFunctions(action: string, service: string): Action {
  const small = (values: Values) =>
    Object.fromEntries(
      Array.from(values, ([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value] as const),
    )
  return { service, send: jsonAction(`AWSStepFunctions.${action}`, '1.0', small) }
}

function getConfiguration(values: Values): Sent {
  const value = (name: string) => encodeStrictly(values.get(name) ?? '')
  const path = `/applications/${value('Application')}/environments/${value('Environment')}/configurations/${value('Configuration')}`
  const version = values.has('ClientConfigurationVersion')
    ? `&client_configuration_version=${value('ClientConfigurationVersion')}`
    : ''
  return {
    method: 'GET',
    target: `${path}?client_id=${value('ClientId')}${version}`,
    headers: [],
    body: null,
  }
}
