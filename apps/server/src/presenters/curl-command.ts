export interface CurlCall {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** One line for a POSIX shell that makes the call and shows status and headers. */
export function curlCommand({ method, url, headers, body }: CurlCall): string {
  const parts = ['curl -i']
  if (method === 'HEAD') parts.push('-I')
  else if (method !== 'GET') parts.push(`-X ${method}`)
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`)
  // --data-raw: a body that begins with @ is a body, not a file.
  if (body !== null) parts.push(`--data-raw ${quote(body)}`)
  parts.push(/^[\w:/.~-]+$/.test(url) ? url : quote(url))
  return parts.join(' ')
}

/** Inside single quotes nothing is special but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
