/** Why a status can't be answered with, or null. Empty: the response type's own. */
export function statusProblem(text: string): string | null {
  return text === '' || /^[1-5]\d\d$/.test(text) ? null : 'A status has three digits, from 100 to 599.'
}

/** The name of a header, as HTTP writes it. */
export function headerProblem(name: string): string | null {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name) ? null : 'A header has letters, digits and hyphens.'
}

/** A text in single quotes, or where in the request the value is taken from. */
export function headerValueProblem(value: string): string | null {
  if (/^'[^']*'$/.test(value)) return null
  if (/^(?:method\.request\.(?:header|querystring|path)\.\S+|(?:context|stageVariables)\.\S+)$/.test(value))
    return null
  return "Write text in quotes, 'like this', or method.request.header.NAME, context.NAME, stageVariables.NAME."
}

export function mediaTypeProblem(name: string): string | null {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(name) ? null : 'A media type is like application/json.'
}
