import { type CommonField, textMember } from '../common-field.ts'

export const gatewayResponseFields: readonly CommonField<'gatewayResponse'>[] = [
  textMember('statusCode', 'Status', {
    isMono: true,
    problemOf: (value) =>
      /^([1-5]\d\d)?$/.test(value) ? null : 'A status has three digits, from 100 to 599.',
  }),
]
