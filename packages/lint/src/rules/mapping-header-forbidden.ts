import { changeRecord, withValue } from '../change.ts'
import { defineRule } from '../rule.ts'

const never = new Set(['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id'])
const neverToFunctions = new Set(['authorization', 'connection', 'expect', 'proxy-authenticate', 'te'])

export const mappingHeaderForbidden = defineRule({
  id: 'mapping-header-forbidden',
  severity: 'warning',
  title: 'A header that may not be mapped',
  why: 'The gateway sets it itself. A mapping of it fails every call, here as on Amazon.',
  mend: 'Take the mapping out.',
  fix: {
    title: 'Take the mapping out',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        withValue(record, location.path ?? [], undefined),
      ),
  },
  on: ['integration'],
  *check({ type, requestParameters }) {
    const toFunction = type === 'aws' || type === 'aws_proxy'
    for (const target of Object.keys(requestParameters ?? {})) {
      const name = /^integration\.request\.header\.(.+)$/.exec(target)?.[1]?.toLowerCase()
      if (name === undefined || !(never.has(name) || (toFunction && neverToFunctions.has(name)))) continue
      yield { path: ['requestParameters', target], message: `The header "${name}" may not be mapped.` }
    }
  },
})
