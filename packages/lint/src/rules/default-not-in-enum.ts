import { defineSchemaRule } from '../schema/schema-rule.ts'
import { ofProperty } from '../schema/schemas-in.ts'

export const defaultNotInEnum = defineSchemaRule({
  id: 'default-not-in-enum',
  severity: 'warning',
  title: 'A default that the enum does not have',
  why: 'What is taken when nothing is said would be refused if somebody said it.',
  mend: 'Choose one of the values, or add this one to them.',
  inspect({ default: said, enum: values }, _scope, node) {
    if (said === undefined || said === null || !Array.isArray(values) || values.length === 0) return undefined
    const text = JSON.stringify(said)
    if (values.some((value) => JSON.stringify(value) === text)) return undefined
    // The default of a list is a list of its items' values.
    if (Array.isArray(said)) return undefined
    return {
      path: ['default'],
      message: `The default ${text}${ofProperty(node)} is not one of the enum's values.`,
    }
  },
})
