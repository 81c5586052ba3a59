import { encodeStrictly } from '../../sigv4/encode.ts'
import {
  jsonAction,
  listOf,
  numberedList,
  numberedMap,
  queryAction,
  renamed,
  type Sent,
  type Values,
} from './wire.ts'

/** One action that HTTP APIs call. */
export interface Action {
  /** As integration URIs name the service. */
  readonly service: string
  send(values: Values): Sent
}

const sqs = '2012-11-05'

/**
 * How each `integrationSubtype` calls its service. SQS is called by its Query protocol and not by the JSON one that it has
 * since 2023: callers of HTTP APIs read the answer as Amazon gives it, which is the older one's.
 */
export const actions: Readonly<Record<string, Action | undefined>> = {
  'AppConfig-GetConfiguration': { service: 'appconfig', send: getConfiguration },
  'EventBridge-PutEvents': {
    service: 'events',
    send: jsonAction('AWSEvents.PutEvents', '1.1', (values) => ({ Entries: [event(values)] })),
  },
  'Kinesis-PutRecord': {
    service: 'kinesis',
    send: jsonAction('Kinesis_20131202.PutRecord', '1.1', (values) => Object.fromEntries(values)),
  },
  'SQS-SendMessage': {
    service: 'sqs',
    send: queryAction('SendMessage', sqs, {
      MessageAttributes: numberedMap('MessageAttribute', 'MessageAttributes'),
      MessageSystemAttributes: numberedMap('MessageSystemAttribute', 'MessageSystemAttributes'),
    }),
  },
  'SQS-ReceiveMessage': {
    service: 'sqs',
    send: queryAction('ReceiveMessage', sqs, {
      AttributeNames: numberedList('AttributeName'),
      MessageAttributeNames: numberedList('MessageAttributeName'),
    }),
  },
  'SQS-DeleteMessage': { service: 'sqs', send: queryAction('DeleteMessage', sqs, {}) },
  'SQS-PurgeQueue': { service: 'sqs', send: queryAction('PurgeQueue', sqs, {}) },
  'StepFunctions-StartExecution': stepFunctions('StartExecution', 'states'),
  // Amazon answers this one at an address of its own.
  'StepFunctions-StartSyncExecution': stepFunctions('StartSyncExecution', 'sync-states'),
  'StepFunctions-StopExecution': stepFunctions('StopExecution', 'states'),
}

function stepFunctions(action: string, service: string): Action {
  const names = {
    StateMachineArn: 'stateMachineArn',
    ExecutionArn: 'executionArn',
    Name: 'name',
    Input: 'input',
    Cause: 'cause',
    Error: 'error',
    TraceHeader: 'traceHeader',
  }
  return {
    service,
    send: jsonAction(`AWSStepFunctions.${action}`, '1.0', (values) => renamed(values, names)),
  }
}

function event(values: Values): Record<string, unknown> {
  const entry: Record<string, unknown> = Object.fromEntries(values)
  const time = values.get('Time')
  if (time !== undefined) entry['Time'] = epochSeconds(time)
  const resources = values.get('Resources')
  if (resources !== undefined) entry['Resources'] = listOf(resources)
  return entry
}

/** Amazon's JSON protocol has times in seconds. What is no time goes as it is, for the service to refuse. */
function epochSeconds(text: string): number | string {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : at / 1000
}

function getConfiguration(values: Values): Sent {
  const segment = (name: string) => encodeStrictly(values.get(name) ?? '')
  const query = Object.entries(
    renamed(values, { ClientId: 'client_id', ClientConfigurationVersion: 'client_configuration_version' }),
  ).map(([name, value]) => `${name}=${encodeStrictly(value)}`)
  const path = `/applications/${segment('Application')}/environments/${segment('Environment')}/configurations/${segment('Configuration')}`
  return { method: 'GET', target: `${path}?${query.join('&')}`, headers: [], body: null }
}
