import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import { tokensOf } from '../pointer.ts'
import { formSchema, isFormParameter } from './from-swagger2-parts.ts'
import type { Swagger2Root } from './from-swagger2.ts'
import { swaggerHint } from './swagger2-hints.ts'

/**
 * Splits an operation's parameters into those of OpenAPI 3 and its request body. The note in the body remembers the
 * body parameter's name and where in the list the moved parameters stood.
 */
export function readBody(parameters: readonly Json[], consumes: readonly string[], root: Swagger2Root) {
  const forms = parameters.filter(isFormParameter)
  const isBody = (parameter: Json) => isObject(parameter) && parameter['in'] === 'body'
  const bodies = parameters.filter((parameter) => isBody(parameter) || isBodyReference(parameter, root))
  if (bodies.length === 1 && forms.length === 0)
    return readSingleBody(parameters, bodies[0] as JsonObject, consumes)
  if (forms.length > 0 && bodies.length === 0) return readForm(parameters, forms, consumes)
  return { parameters, requestBody: undefined }
}

function readSingleBody(parameters: readonly Json[], body: JsonObject, consumes: readonly string[]) {
  const index = parameters.indexOf(body)
  const others = parameters.filter((parameter) => parameter !== body)
  const reference = own(body, '$ref')
  if (typeof reference === 'string') {
    const $ref = reference.replace('#/components/parameters/', '#/components/requestBodies/')
    return { parameters: others, requestBody: { $ref, [swaggerHint]: { index } } }
  }
  const { name, in: _, schema, ...rest } = body
  const content: JsonObject = {}
  for (const type of consumes) put(content, type, schema === undefined ? {} : { schema })
  const requestBody: JsonObject = {
    ...rest,
    content,
    [swaggerHint]: { index, ...(name === undefined ? {} : { name }) },
  }
  return { parameters: others, requestBody }
}

function readForm(parameters: readonly Json[], forms: readonly JsonObject[], consumes: readonly string[]) {
  const formTypes = consumes.filter((type) => /multipart|urlencoded/.test(type))
  const hasFile = forms.some(({ type }) => type === 'file')
  const fallback = hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  const schema = formSchema(forms)
  const content: JsonObject = {}
  for (const type of formTypes.length > 0 ? formTypes : [fallback]) put(content, type, { schema })
  const indexes = parameters.flatMap((parameter, index) => (isFormParameter(parameter) ? [index] : []))
  // Which members a form parameter has is not all in the schema (required: false); the originals say it.
  const hint: JsonObject = {
    indexes,
    form: [...forms],
    ...(formTypes.length > 0 ? {} : { implied: fallback }),
  }
  return {
    parameters: parameters.filter((parameter) => !isFormParameter(parameter)),
    requestBody: {
      content,
      ...(schema['required'] ? { required: true } : {}),
      [swaggerHint]: hint,
    } as JsonObject,
  }
}

function isBodyReference(parameter: Json, root: Swagger2Root): boolean {
  if (!isObject(parameter) || typeof parameter['$ref'] !== 'string') return false
  const match = /^#\/components\/parameters\/([^/]+)$/.exec(parameter['$ref'])
  const target = match && own(root.parameters, tokensOf(`/${match[1]}`)[0]!)
  return isObject(target ?? null) && (target as JsonObject)['in'] === 'body'
}
