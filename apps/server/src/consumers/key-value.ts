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

function checksum(text: string): string {
  let rest = crc32(text)
  let sum = ''
  for (let place = 0; place < 6; place++) {
    sum = digits[rest % digits.length]! + sum
    rest = Math.floor(rest / digits.length)
  }
  return sum
}
