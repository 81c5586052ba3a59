import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { expect, test } from 'vitest'
import { addLinearFormats } from './formats.ts'

const engine = new Ajv2020({ strict: false })
addLinearFormats(engine)
const isUrl = engine.compile({ format: 'url' })

test('a url is what the library calls one', () => {
  const part = fc.constantFrom(
    'http://',
    'a',
    '.',
    ':',
    '@',
    '/',
    '-',
    'bc',
    '1',
    ' ',
    '\n',
    '127',
    '?',
    '#',
    'é',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      for (const text of [parts.join(''), `http://a.bc${parts.join('')}`, `ftp://${parts.join('')}a.bc`])
        expect(isUrl(text)).toBe((fullFormats['url'] as RegExp).test(text))
    }),
    { numRuns: 2_000 },
  )
})

test.each(['http://a' + ':'.repeat(2_000_000), 'http://' + 'a@aa.aa/'.repeat(300_000) + '\n'])(
  'no text makes a url take long (%#)',
  (text) => {
    expect(isUrl(text)).toBe(false)
  },
)
