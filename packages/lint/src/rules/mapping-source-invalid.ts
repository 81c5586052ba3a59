import { changeRecord, valueAt, withValue } from '../change.ts'
import { isFixedText, isRequestSource, isResponseSource } from '../mapping-source.ts'
import { defineRule } from '../rule.ts'

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
      if (!isRequestSource(source) && target.startsWith('integration.request.'))
        yield say(['requestParameters', target], source)
    for (const [pattern, { responseParameters }] of Object.entries(responses ?? {}))
      for (const [target, source] of Object.entries(responseParameters ?? {}))
        if (!isResponseSource(source) && target.startsWith('method.response.'))
          yield say(['responses', pattern, 'responseParameters', target], source)
  },
})

function say(path: readonly string[], source: string) {
  const message = `"${source}" of ${path.at(-1)} is not a source of mappings.`
  return isFixedText(source)
    ? { path, message, suggest: `Write '${source}' for this text itself.` }
    : { path, message }
}
