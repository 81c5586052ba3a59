import { changeRecord } from '../change.ts'
import { defineRule } from '../rule.ts'

export const functionMethodNotPost = defineRule({
  id: 'function-method-not-post',
  severity: 'warning',
  title: 'A Lambda function is called with another method than POST',
  why: 'Lambda is invoked by POST, whatever the caller’s method is. On Amazon any other method fails every call; here it makes no difference.',
  mend: 'Set the method of the integration to POST.',
  fix: {
    title: 'Set it to POST',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        record.kind === 'integration' ? { ...record, httpMethod: 'POST' } : record,
      ),
  },
  on: ['integration'],
  *check({ type, uri, function: fn, httpMethod }, { facts }) {
    const isFunction = fn !== undefined || /:lambda:path\/.*\/invocations$/.test(uri ?? '')
    if (!facts.isAws || !isFunction || (type !== 'aws' && type !== 'aws_proxy')) return
    if (httpMethod === undefined || httpMethod.toUpperCase() === 'POST') return
    yield {
      path: ['httpMethod'],
      message: `The function is called by ${httpMethod}, and Amazon takes only POST.`,
    }
  },
})
