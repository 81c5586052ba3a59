import { evaluateJsonPath } from './jsonpath/evaluate.ts'

/** What chooses a route: a text with what a message says put in, as `$request.body.action`. */
export interface SelectionExpression {
  /** The route key that a message asks for; null for a message that is no JSON, and so says nothing. */
  select(message: string): string | null
}

type Part = string | { readonly path: string }

const bodyPath = /^request\.body\.([\w-]+(?:\[\d+\])*(?:\.[\w-]+(?:\[\d+\])*)*)$/

/**
 * Amazon's selection expressions for routes: `$request.body.action`, `${request.body.service}/${request.body.action}`,
 * and `\$` for a dollar sign. One pass: what is put in is not looked at again. A text says what is wrong with it.
 */
export function compileSelection(source: string): SelectionExpression | string {
  const parts = parse(source)
  if (typeof parts === 'string') return parts
  const fixed = parts.filter((part) => typeof part === 'string')
  return {
    select(message) {
      if (fixed.length === parts.length) return fixed.join('')
      let body: unknown
      try {
        body = JSON.parse(message)
      } catch {
        return null
      }
      return parts.map((part) => (typeof part === 'string' ? part : textAt(body, part.path))).join('')
    },
  }
}

function parse(source: string): Part[] | string {
  if (source.trim() === '') return 'is empty'
  if (source.startsWith('$') && !source.startsWith('${')) {
    const path = bodyPath.exec(source.slice(1))?.[1]
    return path === undefined ? unreadable(source) : [{ path }]
  }
  const parts: Part[] = []
  const token = /\\\$|\$\{([^}]*)\}|\$|[^\\$]+|\\/y
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [text, inside] = match
    if (text === '\\$') parts.push('$')
    else if (inside !== undefined) {
      const path = bodyPath.exec(inside)?.[1]
      if (path === undefined) return unreadable(text)
      parts.push({ path })
    } else if (text === '$') return 'has a "$" that neither begins "${…}" nor is written "\\$"'
    else parts.push(text)
  }
  return parts
}

function unreadable(text: string): string {
  return `reads "${text}": of a message, only "request.body." and the name of a member can be read`
}

/** Text as it is, what is missing as nothing, anything else as JSON. */
function textAt(body: unknown, path: string): string {
  const value = evaluateJsonPath(body, `$.${path}`)
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
