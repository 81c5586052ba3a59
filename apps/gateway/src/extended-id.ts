const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Amazon's second id of a request: its UUID's first 90 bits in base64url, and `=`. Every answer in Amazon's dialects has
 * one, so it is read from the digits themselves, three for two letters: a buffer costs ten times as much.
 */
export function extendedIdOf(uuid: string): string {
  let text = ''
  let bits = 0
  let held = 0
  for (let at = 0; text.length < 15; at++) {
    const code = uuid.charCodeAt(at)
    if (code === dash) continue
    bits = (bits << 4) | (code < letterA ? code - digit0 : code - letterA + 10)
    held += 4
    if (held < 6) continue
    held -= 6
    text += alphabet[bits >> held]
    bits &= (1 << held) - 1
  }
  return `${text}=`
}

const dash = '-'.charCodeAt(0)
const digit0 = '0'.charCodeAt(0)
const letterA = 'a'.charCodeAt(0)
