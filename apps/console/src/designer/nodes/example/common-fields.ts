import type { CommonField } from '../common-field.ts'

export const exampleFields: readonly CommonField<'example'>[] = [
  {
    label: 'Expected status',
    control: 'text',
    isMono: true,
    problemOf: (value) => (/^[1-5]\d\d$/.test(value) ? null : 'A status has three digits, from 100 to 599.'),
    value: ({ expect }) => String(expect.status),
    write: (transaction, record, value) =>
      transaction.put({ ...record, expect: { ...record.expect, status: Number(value) } }),
  },
]
