/** What HTTP can carry; the gateway refuses the rest before it makes a request of it. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/
const pathSign = /[^\x21-\x7e\x80-\xff]/u

/** Why a path can't be sent, and what to write instead; null if it can. */
export function pathProblem(path: string): string | null {
  const [sign] = pathSign.exec(path) ?? []
  if (sign === undefined) return null
  const named = sign === ' ' ? 'spaces' : `“${sign}”`
  return `A path holds no ${named}: write ${encodeURIComponent(sign)}.`
}

/** Why lines of `name: value` can't be sent, with the first that can't; null if they can. */
export function headersProblem(text: string): string | null {
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const colon = line.indexOf(':')
    const [name, value] = [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()]
    if (colon < 0 || name === '') return `Line ${at + 1} is no header: write name: value.`
    if (!headerName.test(name)) return `Line ${at + 1}: no header is called “${name}”.`
    if (!headerValue.test(value)) return `Line ${at + 1}: its value has characters that no header can carry.`
  }
  return null
}
