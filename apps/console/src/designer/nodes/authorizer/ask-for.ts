import {
  type Api,
  type Authorizer,
  type Definition,
  type JsonObject,
  type Method,
  recordsOf,
} from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { typeOf } from './settings.ts'

/** The method asking for this authorizer alone, or for none. */
export function askFor(method: Method, authorizer: Authorizer | null, api: Api | undefined): Method {
  const {
    authorizer: _id,
    authorizationType: _type,
    authorizationScopes: _scopes,
    security: _,
    ...rest
  } = method
  if (authorizer) return { ...withDecider(rest, authorizer), security: [{ [authorizer.name]: [] }] }
  // What all methods of the API ask for is lifted by asking for nothing in so many words.
  return api?.security?.length ? { ...rest, security: [] } : rest
}

/** Changes what an authorizer decides by. Methods that ask for it are closed or documented as it says, never left open. */
export function setSettings(
  transaction: EditorTransaction,
  { id }: Authorizer,
  settings: JsonObject | undefined,
): void {
  const current = transaction.get(id)
  if (current?.kind !== 'authorizer') return
  const { settings: _, ...rest } = current
  const next: Authorizer = settings === undefined ? rest : { ...rest, settings }
  transaction.put(next)
  if (typeOf(next) === typeOf(current)) return
  for (const method of methodsAskingFor(transaction.all(), next)) transaction.put(withDecider(method, next))
}

function withDecider({ authorizationType: _, ...method }: Method, authorizer: Authorizer): Method {
  const type = typeOf(authorizer)
  const decided = type === 'none' ? {} : { authorizationType: authorizationTypes[type] ?? 'CUSTOM' }
  return { ...method, ...decided, authorizer: authorizer.id }
}

const authorizationTypes: Readonly<Record<string, Method['authorizationType']>> = {
  jwt: 'JWT',
  cognito_user_pools: 'COGNITO_USER_POOLS',
}

function methodsAskingFor(definition: Definition, { id, name }: Authorizer): Method[] {
  const [api] = recordsOf(definition, 'api')
  return [...recordsOf(definition, 'method')].filter(
    ({ authorizer, authorizationType, security = api?.security ?? [] }) =>
      authorizer === id ||
      (authorizer === undefined &&
        authorizationType !== 'AWS_IAM' &&
        security.some((requirement) => Object.hasOwn(requirement, name))),
  )
}
