/** The parameters of one action that HTTP APIs call: true where Amazon requires it. */
export type ActionParameters = Readonly<Record<string, boolean>>

const queue = { QueueUrl: true, Region: false }

/**
 * What `integrationSubtype` may be, and its `requestParameters` (Amazon API Gateway developer guide, "Integration
 * subtype reference").
 */
export const serviceActions: Readonly<Record<string, ActionParameters | undefined>> = {
  'AppConfig-GetConfiguration': {
    Application: true,
    Environment: true,
    Configuration: true,
    ClientId: true,
    ClientConfigurationVersion: false,
    Region: false,
  },
  'EventBridge-PutEvents': {
    Detail: true,
    DetailType: true,
    Source: true,
    Time: false,
    EventBusName: false,
    Resources: false,
    Region: false,
    TraceHeader: false,
  },
  'Kinesis-PutRecord': {
    StreamName: true,
    Data: true,
    PartitionKey: true,
    SequenceNumberForOrdering: false,
    ExplicitHashKey: false,
    Region: false,
  },
  'SQS-SendMessage': {
    ...queue,
    MessageBody: true,
    DelaySeconds: false,
    MessageAttributes: false,
    MessageDeduplicationId: false,
    MessageGroupId: false,
    MessageSystemAttributes: false,
  },
  'SQS-ReceiveMessage': {
    ...queue,
    AttributeNames: false,
    MaxNumberOfMessages: false,
    MessageAttributeNames: false,
    ReceiveRequestAttemptId: false,
    VisibilityTimeout: false,
    WaitTimeSeconds: false,
  },
  'SQS-DeleteMessage': { ...queue, ReceiptHandle: true },
  'SQS-PurgeQueue': queue,
  'StepFunctions-StartExecution': { StateMachineArn: true, Name: false, Input: false, Region: false },
  'StepFunctions-StartSyncExecution': {
    StateMachineArn: true,
    Name: false,
    Input: false,
    Region: false,
    TraceHeader: false,
  },
  'StepFunctions-StopExecution': { ExecutionArn: true, Cause: false, Error: false, Region: false },
}
