/** A part of what went over a wire: text, or base64 where it is none. */
export interface Bytes {
  readonly text: string
  readonly encoding: 'text' | 'base64'
}

const lineLength = 16

/**
 * Bytes as lines that can be read aloud: a line of text ends at CR LF, every other sign that can't be seen is written out
 * (`\n` that stands alone, `\x00`); what is no text is 16 bytes a line, in hexadecimal and as the letters among them.
 */
export function readableBytes({ text, encoding }: Bytes): string[] {
  return encoding === 'base64' ? hexadecimal(atob(text)) : lines(text)
}

function lines(text: string): string[] {
  const found = text.split('\n')
  return found.map((line, index) => {
    if (index === found.length - 1) return visible(line)
    return line.endsWith('\r') ? visible(line.slice(0, -1)) : `${visible(line)}\\n`
  })
}

function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => names[control] ?? `\\x${hex(control)}`)
}

const names: Readonly<Record<string, string>> = { '\r': '\\r', '\t': '\\t' }

function hexadecimal(bytes: string): string[] {
  const found: string[] = []
  for (let at = 0; at < bytes.length; at += lineLength) {
    const part = bytes.slice(at, at + lineLength)
    const codes = part.split('').map(hex).join(' ')
    found.push(`${codes.padEnd(lineLength * 3 - 1)}  ${part.replace(/[^\x20-\x7e]/g, '·')}`)
  }
  return found
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0')
}
