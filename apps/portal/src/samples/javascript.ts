import type { Call, Language } from './call.ts'

export const javascript: Language = {
  id: 'javascript',
  label: 'JavaScript',
  write({ method, url, headers, body }: Call) {
    const options: string[] = []
    if (method !== 'GET') options.push(`  method: ${JSON.stringify(method)},`)
    if (headers.length) {
      options.push('  headers: {')
      for (const [name, value] of headers)
        options.push(`    ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
      options.push('  },')
    }
    if (body !== null) options.push(`  body: ${bodyText(body)},`)
    const second = options.length ? `, {\n${options.join('\n')}\n}` : ''
    return `const response = await fetch(${JSON.stringify(url)}${second})\nconsole.log(response.status, await response.text())`
  },
}

/** JSON is written as the object it is, so that it can be edited; anything else as a string. */
function bodyText(body: string): string {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null)
      return `JSON.stringify(${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')})`
  } catch {
    // not JSON: a string below
  }
  return JSON.stringify(body)
}
