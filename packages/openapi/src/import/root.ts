import type { Api, JsonObject, RecordId } from '@penstock/model'
import { isInteger, isObject, isObjects, isString, isStrings } from '../json.ts'
import type { Members } from '../members.ts'

/** Members of the document's root that the api record has fields for. */
export function readApiFields(members: Members): Partial<Api> {
  const info = members.take('info', isObject)
  return {
    ...readInfo(info ?? {}),
    servers: members.take('servers', isObjects),
    tags: members.take('tags', isObjects),
    security: members.take('security', isObjects),
    binaryMediaTypes: members.take('x-amazon-apigateway-binary-media-types', isStrings),
    minimumCompressionSize: members.take('x-amazon-apigateway-minimum-compression-size', isInteger),
    // HEADER is the default and no field; said all the same, it stays in the rest.
    apiKeySource: members.spelt('x-amazon-apigateway-api-key-source', ['AUTHORIZER']),
    cors: readCors(members),
  }
}

function readInfo(info: JsonObject): Partial<Api> {
  const { title, version, description, ...others } = info
  const rest: JsonObject = others
  const out: Partial<Api> = {}
  if (isString(title)) out.name = title
  else if (title !== undefined) rest['title'] = title
  if (isString(version)) out.version = version
  else if (version !== undefined) rest['version'] = version
  if (isString(description)) out.description = description
  else if (description !== undefined) rest['description'] = description
  if (Object.keys(rest).length > 0) out.info = rest
  return out
}

const corsLists = ['allowOrigins', 'allowMethods', 'allowHeaders', 'exposeHeaders'] as const

function readCors(members: Members): Api['cors'] {
  const value = members.peek('x-amazon-apigateway-cors')
  if (!isObject(value)) return undefined
  const cors: NonNullable<Api['cors']> = {}
  for (const key of corsLists) {
    const list = value[key]
    if (isStrings(list)) cors[key] = list
  }
  const { allowCredentials, maxAge } = value
  if (typeof allowCredentials === 'boolean') cors.allowCredentials = allowCredentials
  if (isInteger(maxAge)) cors.maxAgeSeconds = maxAge
  members.split('x-amazon-apigateway-cors', (_, name): _ is never =>
    name === 'maxAge' ? cors.maxAgeSeconds !== undefined : Object.hasOwn(cors, name),
  )
  return cors
}

/** The validator that `x-amazon-apigateway-request-validator` names for the whole API. */
export function readDefaultValidator(members: Members, validators: ReadonlyMap<string, RecordId>) {
  const name = members.peek('x-amazon-apigateway-request-validator')
  const id = isString(name) ? validators.get(name) : undefined
  if (id !== undefined) members.drop('x-amazon-apigateway-request-validator')
  return id
}
