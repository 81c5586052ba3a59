import { declaredParameters } from '../facts/parameters.ts'
import { isObject } from '../is-object.ts'
import { defineRule } from '../rule.ts'

export const validatorWithoutInput = defineRule({
  id: 'validator-without-input',
  severity: 'warning',
  title: 'A validator that has nothing to check',
  why: 'A validator holds the body against the model of the method and looks for its required parameters. This method has neither, so everything passes.',
  mend: 'Give the method a model for its body or required parameters, or take the validator away.',
  on: ['method'],
  *check(method, scope) {
    const validator = scope.find('validator', method.validator)
    if (!validator) return
    const hasBody = validator.validateRequestBody && bodyHasSchema()
    const hasParameters =
      validator.validateRequestParameters &&
      declaredParameters(method, scope).some(
        ({ parameter }) => parameter['required'] === true && parameter['in'] !== 'path',
      )
    if (hasBody || hasParameters) return
    const message = `"${validator.name}" finds nothing to check at ${method.httpMethod} ${scope.pathOf(method.resource)}.`
    yield { path: ['validator'], message }

    function bodyHasSchema(): boolean {
      const body = method.requestBody && scope.follow(method.requestBody)
      const content = body?.['content']
      return (
        isObject(content) &&
        Object.values(content).some((media) => isObject(media) && isObject(media['schema']))
      )
    }
  },
})
