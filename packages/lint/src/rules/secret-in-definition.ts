import type { RecordOf } from '@penstock/model'
import { secretIn } from '../facts/secrets.ts'
import { defineRule } from '../rule.ts'

export const secretInDefinition = defineRule({
  id: 'secret-in-definition',
  severity: 'warning',
  title: 'A fixed value looks like a secret',
  why: 'What a mapping says stands in exports, in the history and in every comparison, for everybody who may read the API.',
  mend: 'Let a function or the service add it, from an environment that is masked, and change it now that it was seen.',
  on: ['integration', 'gatewayResponse', 'upstream'],
  *check(record) {
    for (const [path, name, value] of valuesOf(record)) {
      const what = secretIn(name, value)
      if (what !== undefined) yield { path, message: `The value of "${name}" looks like ${what}.` }
    }
  },
})

type Value = readonly [path: readonly string[], name: string, value: string]
type Holder = RecordOf<'integration' | 'gatewayResponse' | 'upstream'>

function* valuesOf(record: Holder): Generator<Value> {
  if (record.kind === 'upstream') yield* queryOf(record.url, ['url'])
  else if (record.kind === 'gatewayResponse')
    yield* fixedOf(record.responseParameters, ['responseParameters'])
  else if (record.kind === 'integration') {
    yield* queryOf(record.uri ?? '', ['uri'])
    yield* fixedOf(record.requestParameters, ['requestParameters'])
    for (const [pattern, { responseParameters }] of Object.entries(record.responses ?? {}))
      yield* fixedOf(responseParameters, ['responses', pattern, 'responseParameters'])
  }
}

function* fixedOf(
  parameters: Readonly<Record<string, string>> | undefined,
  above: string[],
): Generator<Value> {
  for (const [target, source] of Object.entries(parameters ?? {})) {
    const value = /^'(.*)'$/s.exec(source)?.[1]
    if (value !== undefined) yield [[...above, target], target.slice(target.lastIndexOf('.') + 1), value]
  }
}

function* queryOf(url: string, path: string[]): Generator<Value> {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2)
    if (value !== '') yield [path, name, value]
  }
}
