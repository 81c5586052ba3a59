import { type Integration, recordsOf } from '@penstock/model'
import { type CommonField, numberMember, textMember } from '../common-field.ts'

const isHttp = ({ type }: Integration) => type === 'http' || type === 'http_proxy'
const callsFunction = ({ type }: Integration) => type === 'aws' || type === 'aws_proxy'

export const integrationFields: readonly CommonField<'integration'>[] = [
  textMember('upstream', 'Upstream', {
    control: 'choice',
    isOf: isHttp,
    options: (definition) => [
      { value: '', label: 'None: the address is whole' },
      ...[...recordsOf(definition, 'upstream')].map(({ id, name, url }) => ({
        value: id,
        label: name,
        description: url,
      })),
    ],
  }),
  textMember('uri', 'Address', { isMono: true, isOf: isHttp }),
  textMember('httpMethod', 'Method at the backend', { isMono: true, isOf: isHttp }),
  textMember('function', 'Function', {
    control: 'choice',
    isOf: callsFunction,
    options: (definition) =>
      [...recordsOf(definition, 'function')].map(({ id, name }) => ({ value: id, label: name })),
  }),
  numberMember('timeoutMs', 'Timeout, milliseconds', (record) => isHttp(record) || callsFunction(record)),
]
