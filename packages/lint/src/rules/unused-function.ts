import { unusedRule } from '../facts/unused.ts'

export const unusedFunction = unusedRule({
  id: 'unused-function',
  kind: 'function',
  noun: 'function',
  why: 'No integration calls it. It is deployed to gateways all the same.',
  // An imported integration names its function in an ARN, which may hold a stage variable.
  isUsed: (name, { all }) =>
    [...all('integration')].some(
      ({ uri = '' }) => uri.includes(`:function:${name}`) || /:function:[^/]*\$\{/.test(uri),
    ) || [...all('authorizer')].some(({ settings }) => namesIn(settings?.['authorizerUri'], name)),
})

function namesIn(uri: unknown, name: string): boolean {
  return typeof uri === 'string' && (uri.includes(`:function:${name}`) || uri.includes('${'))
}
