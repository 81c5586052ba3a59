import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const prefix = 'psk_'

/**
 * A new value of an API key: `psk_`, thirty random letters and digits (178 bits), and six that are the CRC-32 of those. So
 * that scanners of repositories find leaked ones, and tell them from what only looks alike without asking anybody.
 */
export function newKeyValue(): string {
  const random = Array.from({ length: 30 }, () => digits[randomInt(digits.length)]).join('')
  return prefix + random + checksum(random)
}

/** Whether a text is a value that `newKeyValue` may have made. */
export function looksLikeKeyValue(text: string): boolean {
  const [, random = '', sum] = /^psk_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/.exec(text) ?? []
  return sum !== undefined && checksum(random) === sum
}

function checksum(text: string): string {
  let rest = crc32(text)
  let sum = ''
  for (let place = 0; place < 6; place++) {
    sum = digits[rest % digits.length]! + sum
    rest = Math.floor(rest / digits.length)
  }
  return sum
}
