import { expect, test } from 'vitest'
import { compileTemplate } from './index.ts'

test.each([
  ['{\n  #if($x)\n}', 2, 3, 'This #if has no #end.'],
  ['a\nb #end', 2, 3, 'This #end closes nothing.'],
  ['#foreach($x of $l)#end', 1, 13, '"in" after the loop variable is missing: "of" stands here.'],
  ['#foreach($q in [])x#else y#end', 1, 20, 'This #else stands in #foreach, not in an #if.'],
  ['#set($a = )', 1, 11, 'A value is missing: ")" stands here.'],
  ['#set($a "x")', 1, 9, '"=" after the reference is missing: "x" stands here.'],
  ["#set('a' = 1)", 1, 6, 'The left side of #set must be a reference such as $name.'],
  ['#set($a = foo)', 1, 11, '"foo" is neither a reference nor a text.'],
  ['#set($a = "x\n$input.body', 1, 11, 'This text has no closing ".'],
  ['${a.b', 1, 6, '"${a" is not closed.'],
  ['$a[x]', 1, 4, '"x" is neither a reference nor a text.'],
  ['#* open', 1, 1, 'This comment is not closed.'],
  ['$a.b($c', 1, 8, '")" after the last value is missing: the template ends here.'],
  ['#set($a = "\n #if(true")', 2, 10, '")" after the condition is missing: the template ends here.'],
  [`#if(${'('.repeat(5000)}`, 1, 205, 'Expressions are nested more than 200 deep.'],
  ['#if(true)'.repeat(500), 1, 1810, 'Blocks are nested more than 200 deep.'],
])('%# what can not be read is located', (source, line, column, message) => {
  const { template, diagnostics } = compileTemplate(source)
  expect(template).toBeNull()
  expect(diagnostics).toMatchObject([{ code: 'template-syntax', severity: 'error', message, line, column }])
})

test.each(['evaluate', 'include', 'parse'])('#%s is refused with a reason', (name) => {
  const { template, diagnostics } = compileTemplate(`x\n  #${name}("$input.body")`)
  expect(template).toBeNull()
  expect(diagnostics).toMatchObject([
    { code: 'template-directive-refused', line: 2, column: 3, suggest: expect.any(String) },
  ])
})

test('a template over 300 KB is refused', () => {
  expect(compileTemplate('x'.repeat(300 * 1024)).template).not.toBeNull()
  expect(compileTemplate('x'.repeat(300 * 1024 + 1)).diagnostics).toMatchObject([
    { code: 'template-too-large' },
  ])
})

test('calls that exist nowhere and paths that are none are warned about, and the template still renders', () => {
  const source = "$util.toJson($x)\n$input.josn('$')\n$input.json('$.a[')\n$util.urlEncode()\n#pairs($x)"
  const { template, diagnostics } = compileTemplate(source)
  expect(template).not.toBeNull()
  expect(diagnostics.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([
    ['unknown-member', 'warning', 1, 7],
    ['unknown-member', 'warning', 2, 8],
    ['invalid-json-path', 'warning', 3, 13],
    ['wrong-arguments', 'warning', 4, 7],
    ['unknown-macro', 'warning', 5, 1],
  ])
})

test('an expression that could take for ever is named where it stands', () => {
  const { diagnostics } = compileTemplate("x\n$input.body.replaceAll('(a+)+$', '')")
  expect(diagnostics).toMatchObject([{ code: 'regex-unbounded', severity: 'warning', line: 2, column: 24 }])
})
