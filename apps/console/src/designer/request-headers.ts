/** Headers as lines of `name: value`, the way they are typed. */
export function textOfHeaders(headers: readonly (readonly [string, string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** The headers that such lines say; a line without a name is none. */
export function headersOfText(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf(':')
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
  })
}

/** The lines with the type of a JSON body, where the body is JSON and no line says a type. */
export function withBodyType(text: string, body: string): string {
  if (!isJson(body) || headersOfText(text).some(([name]) => name.toLowerCase() === 'content-type'))
    return text
  return [text.trimEnd(), 'content-type: application/json'].filter(Boolean).join('\n')
}

function isJson(body: string): boolean {
  if (!/^\s*[[{]/.test(body)) return false
  try {
    JSON.parse(body)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
