import { textOf } from '../facts/parameters.ts'
import { isObject } from '../is-object.ts'
import { defineSchemaRule } from '../schema/schema-rule.ts'

export const requiredPropertyUnknown = defineSchemaRule({
  id: 'required-property-unknown',
  severity: 'warning',
  title: 'A required property that is not described',
  why: 'The property has to be there, and nothing says what it is. Most often it was renamed and the list of required names was not.',
  mend: 'Describe the property, or take its name out of `required`.',
  inspect(schema, _scope, { parent, keys }) {
    const { required, properties, additionalProperties } = schema
    // In a part of an allOf the other parts may describe it, and so may what any property is.
    if (parent && (keys[0] === 'allOf' || keys[0] === 'anyOf' || keys[0] === 'oneOf')) return undefined
    if (!Array.isArray(required) || !isObject(properties) || isObject(additionalProperties)) return undefined
    if (
      schema['allOf'] ||
      schema['anyOf'] ||
      schema['oneOf'] ||
      schema['$ref'] ||
      schema['patternProperties']
    )
      return undefined
    const index = required.findIndex((name) => typeof name === 'string' && !Object.hasOwn(properties, name))
    if (index < 0) return undefined
    return {
      path: ['required', index],
      message: `"${textOf(required[index])}" is required and not described.`,
    }
  },
})
