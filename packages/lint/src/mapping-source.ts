const request =
  /^('.*'|stageVariables\..+|context\..+|method\.request\.(body|(path|querystring|multivaluequerystring|header|multivalueheader|body)\..+))$/s
const response =
  /^('.*'|stageVariables\..+|context\..+|integration\.response\.(body|(header|multivalueheader|body)\..+))$/s
const looksMeant = /^(method|integration|stagevariables|context|\$)\b/i

/** Whether a mapping of a request can take its value from there: a part of the request, the context, or a quoted text. */
export function isRequestSource(source: string): boolean {
  return request.test(source)
}

/** Whether a mapping of an answer can take its value from there. */
export function isResponseSource(source: string): boolean {
  return response.test(source)
}

/** A text that lacks its quotes, and not a misspelt part of something. */
export function isFixedText(source: string): boolean {
  return !looksMeant.test(source) && !source.includes("'")
}
