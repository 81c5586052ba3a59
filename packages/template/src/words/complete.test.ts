import { describe, expect, test } from 'vitest'
import { utilMethods } from '../functions/util.ts'
import { inputMethods } from '../scope/input.ts'
import { compileTemplate } from '../template.ts'
import { completeTemplate } from './complete.ts'
import { directives } from './directives.ts'

/** The words offered where the bar stands. */
function offered(source: string, variables?: readonly string[]) {
  const offset = source.indexOf('|')
  return completeTemplate(source.replace('|', ''), offset, variables)
}
const labels = (source: string, variables?: readonly string[]) =>
  offered(source, variables)?.words.map(({ label }) => label)

describe('what is offered is what runs', () => {
  test('every method of $input and $util, with its arity and words', () => {
    expect(labels('{"a": $input.|}')).toEqual(['body', ...inputMethods.keys()])
    expect(labels('$util.|')).toEqual([...utilMethods.keys()])
    for (const word of offered('$util.|')!.words) {
      expect(word.detail).toBe('(1 argument)')
      expect(word.doc).not.toBe('')
    }
  })

  test('$context by its path', () => {
    expect(labels('$context.|')).toContain('requestId')
    expect(labels('$context.|')).not.toContain('identity.sourceIp')
    expect(labels('$context.identity.s|')).toContain('sourceIp')
  })

  test('the variables of the stage, and of the template', () => {
    expect(labels('$stageVariables.|', ['host'])).toEqual(['host'])
    expect(labels('#set($order = $input.path("$"))#foreach($line in $order.lines)$|')).toEqual([
      'input',
      'util',
      'context',
      'stageVariables',
      'order',
      'line',
    ])
  })

  test('methods of values behind a call', () => {
    expect(labels("$input.path('$.a').|")).toEqual(expect.arrayContaining(['size', 'substring', 'keySet']))
  })

  test('directives, which compile as they are inserted', () => {
    expect(labels('#f|')).toEqual(directives.map(({ name }) => name))
    const whole = directives.filter(({ insert }) => insert.includes('#end'))
    for (const { insert } of whole) {
      const filled = insert.replaceAll(/\$?\$\{\d:(\w+)\}/g, (found, name) =>
        found.startsWith('$$') ? `$${name}` : name,
      )
      expect(compileTemplate(`#${filled.replaceAll(/\$\d/g, '$input')}`).template).not.toBeNull()
    }
  })
})

test('the word that is being typed is replaced', () => {
  expect(offered('x $input.pa|')?.start).toBe('x $input.'.length)
  expect(offered('${ut|')?.start).toBe(2)
})

test('nothing is offered in text', () => {
  expect(offered('{"price": 5|}')).toBeNull()
  expect(offered('5 $ |')).toBeNull()
})
