import type { Call, Language } from './call.ts'

export const curl: Language = {
  id: 'curl',
  label: 'curl',
  write({ method, url, headers, body }: Call) {
    const lines = [method === 'GET' ? `curl ${quote(url)}` : `curl -X ${method} ${quote(url)}`]
    for (const [name, value] of headers) lines.push(`-H ${quote(`${name}: ${value}`)}`)
    // --data-raw: a body that begins with @ is a body, not a file.
    if (body !== null) lines.push(`--data-raw ${quote(body)}`)
    return lines.join(' \\\n  ')
  },
}

/** POSIX shell: inside single quotes nothing is special but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
