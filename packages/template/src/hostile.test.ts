import { expect, test } from 'vitest'
import { AppError } from '@penstock/errors'
import { render } from './testing.ts'

const scope = {
  body: '{"__proto__": {"polluted": 1}, "constructor": "mine", "list": []}',
  params: { header: { a: 'b' } },
  context: { stage: 's', fn: () => 'secret' },
}

test.each([
  '$input.constructor',
  '$input.__proto__',
  '$input.params().constructor',
  "$input.params().get('__proto__')",
  "$input.params('constructor')",
  "$input.params('__proto__')",
  '$context.constructor.constructor',
  "$context['__proto__']",
  '$context.fn',
  '$context.toString.constructor',
  '$stageVariables.hasOwnProperty',
  '$util.constructor',
  "$util.get('x')",
  '$foreach.constructor',
  "#set($s = 'x')$s.constructor$s.__proto__$s.class$s.getClass()",
  "#set($s = 'x')$s.constructor('return 1')$s['constructor']",
  '#set($l = [1])$l.constructor$l.length$l.map($l)$l["length"]',
  '#set($n = 1)$n.constructor$n.toFixed(2)',
  '#set($b = true)$b.constructor',
  "$input.path('$.list.constructor')",
  "$input.path('$.list.length')",
  "$input.path('$').toString.constructor",
])('%s gives nothing', (template) => {
  expect(render(template, scope)).toBe('')
})

test('names of Object.prototype are data like any other', () => {
  const output = render(
    "$input.path('$.__proto__.polluted') $input.path('$').constructor,#set($m = {})#set($m.__proto__ = 'x')$m.__proto__ $m",
    scope,
  )
  expect(output).toBe('1 mine,x {__proto__=x}')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

const budgets: readonly (readonly [what: string, template: string])[] = [
  ['a loop over 1000 rounds', '#foreach($i in [1..1001])x#end'],
  ['a range without end', '#set($r = [1..3000000])'],
  ['loops in loops', '#foreach($a in [1..1000])#foreach($b in [1..1000])#end#end'],
  ['a macro that calls itself', '#macro(m)#m()#end#m()'],
  ['a block that prints itself', '#define($d)$d#end$d'],
  [
    'macros that multiply',
    '#macro(a)#b()#b()#b()#b()#end#macro(b)#c()#c()#c()#c()#end#macro(c)#foreach($i in [1..1000])#foreach($j in [1..20])#end#end#end#a()',
  ],
  ['a text that doubles', '#set($t = \'xxxxxxxxxx\')#foreach($i in [1..60])#set($t = "$t$t")#end'],
  ['a text that is repeated', "#set($t = 'xxxxxxxxxx')$t.repeat(900000000)"],
  ['replacements that multiply', "#set($t = 'x')#set($t = $t.repeat(100000))$t.replaceAll('x', $t)"],
  [
    'a repeat within a repeat',
    "#set($t = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$t.replaceAll('(a+)+$', '')",
  ],
  ['overlapping alternatives', "#set($t = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$t.matches('(a|a)+')"],
  [
    'searches that add up',
    "#set($t = 'x')#set($t = $t.repeat(2000))#foreach($i in [1..1000])#if($t.matches('x*x*y'))#end#end",
  ],
  ['a repeat in a long text', "#set($t = 'x')#set($t = $t.repeat(100000))$t.split('x+y')"],
  ['a list that doubles', '#set($l = [1])#foreach($i in [1..60])#set($x = $l.addAll($l))#end'],
  ['a list that contains itself', '#set($l = [])#set($x = $l.add($l))$l'],
  ['lists that multiply in print', "#set($l = ['x'])#foreach($i in [1..60])#set($l = [$l, $l])#end$l"],
]

test.each(budgets)('%s is stopped', (_, template) => {
  const failure = catchError(() => render(template))
  expect(failure).toBeInstanceOf(AppError)
  expect((failure as AppError).code).toBe('TEMPLATE_BUDGET')
})

test('what is linear may search any text', () => {
  const template = "$input.body.replaceAll('x', 'y').replaceAll('\\s+', ' ').length()"
  expect(render(template, { body: 'x '.repeat(500_000) })).toBe('1000000')
})

test('1000 rounds are within the budget', () => {
  expect(render('#foreach($i in [1..1000])x#end')).toHaveLength(1000)
})

test('a body nested without end is no JSON', () => {
  expect(render("$input.json('$.a')", { body: '['.repeat(200_000) })).toBe('""')
})

function catchError(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
