/** Why an address can not be called, and one that could be. */
export interface UrlProblem {
  readonly message: string
  readonly suggest?: string
}

// Anybody saves what is read here, so each expression goes over it once: what a brace opens ends at the next brace.
const variable = /\$\{stageVariables[.[][^{}]*\}|\{[^{}]*\}/g

/** Servers and proxies refuse what is longer. */
const urlLengthMax = 8192
const shownMax = 200
const portMax = 65_535

/**
 * What is wrong with the address of a backend. It may hold `${stageVariables.name}` and `{parameter}`; one that begins
 * with a variable is judged by the gateway, when it knows the value.
 */
export function urlProblem(url: string): UrlProblem | undefined {
  const text = url.trim()
  if (text === '') return { message: 'is empty', suggest: 'https://backend.example' }
  if (text.length > urlLengthMax)
    return { message: `has ${text.length} characters, and ${urlLengthMax} are the most` }
  const open = openVariable(text)
  if (open) return open
  if (/^\$\{stageVariables[.[]/i.test(text)) return undefined
  const [, scheme, slashes = '', authority = '', path = ''] =
    /^([a-z][a-z0-9+.-]*:(?=\/\/|(?:[a-z]|$)))?(\/\/)?((?:\$\{[^{}]*\}|[^/?#])*)(.*)$/is.exec(text) ?? []
  const address = authority + path
  if (scheme === undefined)
    return {
      message: 'has no scheme',
      suggest: isNear(authority) ? `http://${address}` : `https://${address}`,
    }
  if (!/^https?:$/i.test(scheme))
    return { message: `has the scheme "${scheme}", which is not called`, suggest: `https://${address}` }
  if (slashes === '') return { message: 'lacks the // behind its scheme', suggest: `${scheme}//${address}` }
  if (authority.includes('@'))
    return {
      message: 'holds a user name or a password, which are not sent and which everybody sees',
      suggest: `${scheme}//${authority.slice(authority.lastIndexOf('@') + 1)}${path}`,
    }
  if (/\s/.test(text)) return { message: 'holds a space', suggest: text.replace(/\s+/g, '%20') }
  const filled = authority.replace(variable, (_, at: number) => (authority[at - 1] === ':' ? '1' : 'a'))
  const [, host, port] = /^(.*):(\d+)$/.exec(authority) ?? []
  if (Number(port) > portMax)
    return {
      message: `has the port ${port}, and ${portMax} is the highest`,
      suggest: `${scheme}//${host}${path}`,
    }
  if (!URL.canParse(`${scheme}//${filled}`)) return { message: `names no host that could be called` }
  return undefined
}

/** A variable that is opened and not closed, and the address with it closed where its name ends. */
function openVariable(text: string): UrlProblem | undefined {
  const found = /\$\{([\w.[\]'"-]*)[^{}]*(?:\{|$)/.exec(text)
  if (!found) return undefined
  const [, name = ''] = found
  const end = found.index + 2 + name.length
  return {
    message: 'opens a variable with ${ and does not close it with }',
    ...(name === '' ? {} : { suggest: `${text.slice(0, end)}}${text.slice(end)}` }),
  }
}

/** Whether a URI is to be put behind the base URL of an upstream: it begins with neither a scheme nor a variable. */
export function isRelativeUri(uri: string): boolean {
  return !/^\s*([a-z][a-z0-9+.-]*:\/\/|\/\/|\$\{stageVariables[.[])/i.test(uri)
}

/** The address as a message may repeat it: without user name and password. */
export function showUrl(url: string): string {
  const shown = url.replace(/(\/\/)[^/?#\s]*@/, '$1…@')
  return shown.length > shownMax ? `${shown.slice(0, shownMax)}…` : shown
}

/** A URI as it is called: spaces of its path and its query are escaped, those of a host are not. */
export function escapeSpaces(uri: string): string {
  const path = uri.search(/[^/:]\//) + 1
  return path === 0 ? uri : uri.slice(0, path) + uri.slice(path).replace(/\s/g, '%20')
}

/** A machine that is reached without TLS more often than not. */
function isNear(authority: string): boolean {
  return /^(localhost|[^.:]+(:\d+)?$|\d+(\.\d+){3}|\[)/i.test(authority) || /:\d+$/.test(authority)
}
