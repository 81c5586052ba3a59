import { isClimbing } from '../../climbing.ts'
import { Failure } from '../../failure.ts'

/** Where a call goes: origin, path and query without `?`. */
export interface Target {
  readonly origin: string
  readonly path: string
  readonly query: string
}

export interface CompiledUri {
  /**
   * Throws UPSTREAM_ADDRESS_INVALID when the parameters don't make it an http(s) address, and REQUEST_MALFORMED when
   * they would lead out of the URI's path.
   */
  target(parameter: (name: string) => string | undefined): Target
}

const placeholder = /\{([^{}]+)\}/

/** Stage variables are filled in once, `{parameters}` at each request, with the text as it is in the path. */
export function compileUri(uri: string, variables: Readonly<Record<string, string>>): CompiledUri {
  const filled = fillVariables(uri, variables)
  const [, authority, rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/is.exec(filled) ?? []
  if (authority === undefined) return { target: () => refuse(uri) }
  const fixedOrigin = placeholder.test(authority) ? null : originOf(authority)
  const hash = rest.indexOf('#')
  const clean = hash < 0 ? rest : rest.slice(0, hash)
  const cut = clean.indexOf('?')
  const pathSource = cut < 0 ? clean : clean.slice(0, cut)
  const hasParameters = placeholder.test(pathSource)
  const path = compileText(pathSource)
  const query = compileText(cut < 0 ? '' : clean.slice(cut + 1))
  const host = compileText(authority)
  return {
    target(parameter) {
      const origin = fixedOrigin ?? (placeholder.test(authority) ? originOf(host(hostPart(parameter))) : null)
      if (origin === null) return refuse(uri)
      const pathText = path((name) => parameter(name)?.replaceAll('?', '%3F').replaceAll('#', '%23'))
      // The request's own path was checked on arrival; mapped and overridden values come from elsewhere.
      if (hasParameters && isClimbing(pathText)) throw climbingFailure()
      return {
        origin,
        path: pathText.startsWith('/') ? pathText : `/${pathText}`,
        query: query((name) => parameter(name)?.replaceAll('&', '%26').replaceAll('#', '%23')),
      }
    },
  }
}

/** `${stageVariables.name}` → its value; a missing one becomes empty, as on Amazon. */
export function fillVariables(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{stageVariables\.([\w-]+)\}/g, (_, name: string) => variables[name] ?? '')
}

function compileText(source: string): (parameter: (name: string) => string | undefined) => string {
  const parts = source.split(/\{([^{}]+)\}/)
  if (parts.length === 1) return () => source
  return (parameter) => {
    let text = ''
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] ?? ''
      text += i % 2 === 0 ? part : (parameter(part.replace(/\+$/, '')) ?? '')
    }
    return text
  }
}

// A parameter inside the host may be a part of a name and nothing that ends it: no `/`, `@`, `:`, `%`.
function hostPart(parameter: (name: string) => string | undefined): (name: string) => string {
  return (name) => {
    const value = parameter(name) ?? ''
    return /^[a-z0-9.-]+$/i.test(value) ? value : '\0'
  }
}

function originOf(authority: string): string | null {
  if (authority.includes('\0')) return null
  try {
    const url = new URL(authority)
    const plain = (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
    return plain && url.username === '' && url.password === '' ? url.origin : null
  } catch {
    return null
  }
}

/** Clients may read this reason (`$context.error.validationErrorString`): it names no address. */
function climbingFailure(): Failure {
  return new Failure('REQUEST_MALFORMED', {
    phase: 'integration request',
    reason: 'a parameter would lead out of the path of the integration',
  })
}

/** Names the URI as it is written: filled in, it may hold passwords and addresses of stage variables. */
function refuse(uri: string): never {
  throw new Failure('UPSTREAM_ADDRESS_INVALID', {
    phase: 'integration request',
    reason: `the address ${JSON.stringify(uri)} is not an http or https address`,
  })
}
