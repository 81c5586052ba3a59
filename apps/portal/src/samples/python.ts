import type { Call, Language } from './call.ts'

export const python: Language = {
  id: 'python',
  label: 'Python',
  write({ method, url, headers, body }: Call) {
    const lines = [`    ${text(method)},`, `    ${text(url)},`]
    if (headers.length) {
      lines.push('    headers={')
      for (const [name, value] of headers) lines.push(`        ${text(name)}: ${text(value)},`)
      lines.push('    },')
    }
    if (body !== null) lines.push(`    data=${text(body)},`)
    return `import requests\n\nresponse = requests.request(\n${lines.join('\n')}\n)\nprint(response.status_code, response.text)`
  },
}

/** A JSON string is a Python string literal, but for characters beyond the basic plane, which JSON writes as they are. */
function text(value: string): string {
  return JSON.stringify(value)
}
