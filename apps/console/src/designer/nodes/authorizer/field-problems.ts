import { listOf } from './settings.ts'

/** Why answers can't be kept so long, or null. Empty: the default. */
export function ttlProblem(text: string): string | null {
  return text === '' || (/^\d+$/.test(text) && Number(text) <= 3600) ? null : 'From 0 to 3600 seconds.'
}

/** A regular expression that a token has to fit, or why it is none. */
export function patternProblem(text: string): string | null {
  try {
    new RegExp(text)
    return null
  } catch (error) {
    return error instanceof SyntaxError ? error.message : 'This is not a regular expression.'
  }
}

const source =
  /^(?:(?:method|route)\.request\.(?:header|querystring|multivalueheader|multivaluequerystring)\.[\w-]+|\$request\.(?:header|querystring)\.[\w-]+|(?:stageVariables|\$stageVariables|context|\$context)\.[\w.-]+)$/

/** Where in a request somebody is recognised by. */
export function identitySourceProblem(text: string): string | null {
  const wrong = listOf(text).find((part) => !source.test(part))
  return wrong === undefined ? null : `"${wrong}" is none: method.request.header.Authorization is one.`
}

export function issuerProblem(text: string): string | null {
  if (text === '') return 'A token is checked against the keys of its issuer.'
  return URL.canParse(text) && /^https?:/.test(text) ? null : 'An address that begins with https://.'
}

export function poolsProblem(text: string): string | null {
  const wrong = listOf(text).find((part) => !/^arn:[\w-]+:cognito-idp:[\w-]+:\d+:userpool\/\S+$/.test(part))
  return wrong === undefined ? null : `"${wrong}" is no ARN of a user pool.`
}
