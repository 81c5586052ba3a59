import { changeRecord, valueAt, withValue } from '../change.ts'
import { defineRule } from '../rule.ts'

const requestSource =
  /^('.*'|stageVariables\..+|context\..+|method\.request\.(body|(path|querystring|multivaluequerystring|header|multivalueheader|body)\..+))$/s
const responseSource =
  /^('.*'|stageVariables\..+|context\..+|integration\.response\.(body|(header|multivalueheader|body)\..+))$/s
const looksMeant = /^(method|integration|stagevariables|context|\$)\b/i

export const mappingSourceInvalid = defineRule({
  id: 'mapping-source-invalid',
  severity: 'warning',
  title: 'A mapping from nowhere',
  why: 'The source of a mapping is a part of the request or the answer, a stage variable, the context, or a text in single quotes. Anything else fails every call.',
  mend: 'Put a fixed text in single quotes, or name the part that is meant, such as `method.request.header.Accept`.',
  fix: {
    title: 'Put it in single quotes',
    apply: (definition, { location: { record: id, path = [] } }) =>
      changeRecord(definition, id, (record) => {
        const value = valueAt(record, path)
        return typeof value === 'string' && isFixedText(value)
          ? withValue(record, path, `'${value}'`)
          : record
      }),
  },
  on: ['integration'],
  *check({ type, requestParameters, responses }) {
    // A function's proxy reads none of them.
    if (type === 'aws_proxy' || type === 'mock') return
    for (const [target, source] of Object.entries(requestParameters ?? {}))
      if (!requestSource.test(source) && target.startsWith('integration.request.'))
        yield say(['requestParameters', target], source)
    for (const [pattern, { responseParameters }] of Object.entries(responses ?? {}))
      for (const [target, source] of Object.entries(responseParameters ?? {}))
        if (!responseSource.test(source) && target.startsWith('method.response.'))
          yield say(['responses', pattern, 'responseParameters', target], source)
  },
})

function say(path: readonly string[], source: string) {
  const message = `"${source}" of ${path.at(-1)} is not a source of mappings.`
  return isFixedText(source)
    ? { path, message, suggest: `Write '${source}' for this text itself.` }
    : { path, message }
}

/** A text that lacks its quotes, and not a misspelt part of something. */
function isFixedText(source: string): boolean {
  return !looksMeant.test(source) && !source.includes("'")
}
