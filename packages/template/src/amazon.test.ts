import { AppError } from '@penstock/errors'
import { describe, expect, test } from 'vitest'
import { type PartialScope, render, renderResult } from './testing.ts'

type Case = readonly [template: string, scope: PartialScope, output: string]

const passAll = `#define($pairs){#foreach($k in $map.keySet())#set($v = $map.get($k))"$k": "$v"#if($foreach.hasNext), #end#end}#end
{#set($map = $input.params().header)"h": $pairs, #set($map = $stageVariables)"s": $pairs, "sub": "$context.authorizer.claims.sub"}`

const families: Record<string, readonly Case[]> = {
  '$input.body': [
    ['$input.body', { body: '' }, '{}'],
    ['$input.body|$input.body.x', { body: '{"x": 1}' }, '{"x": 1}|'],
    ['a=$input.body', { body: 'plain text' }, 'a=plain text'],
    [
      '$util.urlEncode($input.body)&$util.urlEncode($input.body.x)',
      { body: '{"a": "b c"}' },
      '%7B%22a%22%3A+%22b+c%22%7D&',
    ],
    ['$util.base64Encode($input.body)', { body: 'größe' }, 'Z3LDtsOfZQ=='],
  ],
  '$input.json': [
    [
      "$input.json('$')",
      { body: '{ "b" : [1, {"x": null}], "2": true, "1": "é/" }' },
      '{"b":[1,{"x":null}],"2":true,"1":"é/"}',
    ],
    ["$input.json('$.s') $input.json('$.n')", { body: '{"s": "q\\"", "n": null}' }, '"q\\"" null'],
    [
      "$input.json('$')",
      { body: '[12345678901234567890, 1.50, -0.0, 1e3]' },
      '[12345678901234567890,1.50,-0.0,1e3]',
    ],
    ["$input.json('$.missing')|$input.json('$..missing')", { body: '{"a": 1}' }, '""|[]'],
    ["$input.json('$.a')|$input.json('$')", { body: 'not json' }, '""|"not json"'],
    ["[$input.json('$.a').b]", { body: '{}' }, '[]'],
    ["$util.escapeJavaScript($input.json('$'))", { body: '{"t":"v"}' }, '{\\"t\\":\\"v\\"}'],
  ],
  '$input.path': [
    ["$input.path('$')", { body: '{"a": {"b": "c"}, "d": 1.50}' }, '{a={b=c}, d=1.5}'],
    ["$input.path('$.l')", { body: '{"l": [{"a": "b"}, [1, "x"], null]}' }, '[{"a":"b"},[1,"x"],null]'],
    ["$input.path('$')", { body: '{"m": {"l": [{"a": "b"}]}}' }, '{m={l=[{"a":"b"}]}}'],
    [
      "#set($v = $input.path('$.l'))$v[0] $v[1][0] $v.size()",
      { body: '{"l": [{"a": "b"}, ["x"]]}' },
      '{a=b} x 2',
    ],
    ["[$input.path('$.nope')]", { body: 'not json' }, '[]'],
    [
      "#set($r = $input.path('$'))#if($r.toString().contains('fail'))E#{else}OK#end",
      { body: '{"m": "failed"}' },
      'E',
    ],
    [
      "#set($b = $input.path('$'))#set($b.added = 'x')$input.json('$')",
      { body: '{"a": 1}' },
      '{"a":1,"added":"x"}',
    ],
  ],
  '$input.params': [
    [
      "$input.params('x')",
      { params: { path: { x: 'p' }, querystring: { x: 'q' }, header: { x: 'h' } } },
      'p',
    ],
    ["$input.params('x')", { params: { querystring: { x: 'q' }, header: { x: 'h' } } }, 'q'],
    ["[$input.params('x')]", {}, '[]'],
    [
      '$input.params().querystring',
      { params: { querystring: { a: 'Hello', b: 'World' } } },
      '{a=Hello, b=World}',
    ],
    [
      '$input.params().keySet() $input.params().path.id}',
      { params: { path: { id: '42' } } },
      '[path, querystring, header] 42}',
    ],
    [
      "$input.params('origin') $input.params().header.get('origin') $input.params().header",
      { params: { header: { Origin: 'o' } } },
      'o o {Origin=o}',
    ],
  ],
  '$context and $stageVariables': [
    [
      '$context.stage $context.identity.sourceIp $context.isCanaryRequest',
      { context: { stage: 'dev', identity: { sourceIp: '1.2.3.4' }, isCanaryRequest: false } },
      'dev 1.2.3.4 false',
    ],
    ['"$context.identity.apiKey" "$context.nope.nope"', { context: { identity: { apiKey: null } } }, '"" ""'],
    [
      "[$context.get('identity')][$context.identity][$context.requestOverride.get('path')][$context]",
      { context: { identity: { user: 'u' } } },
      '[][][][]',
    ],
    [
      '#foreach($k in $context.identity.keySet())$k,#end',
      { context: { identity: { a: null, b: 'x' } } },
      'a,b,',
    ],
    ['{#foreach($k in $context.authorizer.keySet())x#end}', {}, '{}'],
    [
      "$stageVariables.v ${stageVariables['v']} $stageVariables.get('v') [$stageVariables.none]",
      { stageVariables: { v: '1.0' } },
      '1.0 1.0 1.0 []',
    ],
    [
      passAll,
      { params: { header: { a: '1', b: '2' } }, stageVariables: { s: 'v' }, context: { authorizer: {} } },
      '{"h": {"a": "1", "b": "2"}, "s": {"s": "v"}, "sub": ""}',
    ],
  ],
  $util: [
    [
      "$util.escapeJavaScript($input.params('v'))",
      { params: { path: { v: 'it\'s "a/b" \\ \n é' } } },
      'it\\\'s \\"a\\/b\\" \\\\ \\n \\u00E9',
    ],
    ['$util.escapeJavaScript("it\'s").replaceAll("\\\\\'","\'")', {}, "it's"],
    ["$util.urlEncode('a b&c=d/ü~*!')", {}, 'a+b%26c%3Dd%2F%C3%BC%7E*%21'],
    ["$util.urlDecode('x=a+b%C3%BC%zz')", {}, 'x=a bü%zz'],
    ["$util.base64Decode($util.base64Encode('€ 1'))|$util.base64Decode('***')", {}, '€ 1|'],
    ['#set($e = $util.base64Encode(\'{"foo": "bar1"}\'))$e.length()', {}, '20'],
    ['#set($p = $util.parseJson(\'{"k":{"arr":[1,2]},"m":"x"}\'))$p.k.arr[0] $p.m', {}, '1 x'],
    ["[$util.parseJson('{')][$util.toJson('x')]", {}, '[][]'],
  ],
}

describe.each(Object.entries(families))('%s', (_, cases) => {
  test.each(cases)('%j of %j', (template, scope, output) => {
    expect(render(template, scope)).toBe(output)
  })
})

describe('overrides', () => {
  test('are taken from #set, put and brackets, and print nothing', () => {
    const source = `#set($context.requestOverride.header.X-Amz-Target = "t.Put")#set($context.requestOverride.header.many = ["a", "b"])
#set($k = "foo")#set($context.requestOverride.querystring[$k] = "bar")
$context.requestOverride.querystring.put("p", "q")#set($context["requestOverride"].path["id"] = 7)
#set($context.responseOverride.status = 444)#set($context.responseOverride.header.h = "v")#set($context.responseOverride.custom = "kept")`
    expect(renderResult(source)).toEqual({
      output: '',
      requestOverride: {
        header: { 'X-Amz-Target': 't.Put', many: ['a', 'b'] },
        querystring: { foo: 'bar', p: 'q' },
        path: { id: '7' },
      },
      responseOverride: { status: 444, header: { h: 'v' }, custom: 'kept' },
    })
  })

  test('of an earlier template can be read, come back, and may be set again', () => {
    const earlier = { responseOverride: { status: 444, header: { foo: 'bar' }, custom: 'c' } }
    const source =
      '$context.responseOverride.status $context.responseOverride.header.foo $context.responseOverride.custom#set($context.responseOverride.status = 201)'
    const result = renderResult(source, { context: earlier })
    expect(result.output).toBe('444 bar c')
    expect(result.responseOverride).toEqual({ status: 201, header: { foo: 'bar' }, custom: 'c' })
    expect(earlier.responseOverride.status).toBe(444)
  })

  test.each(['418', '"418"'])('a status of %s counts', (status) => {
    expect(renderResult(`#set($context.responseOverride.status = ${status})`).responseOverride.status).toBe(
      418,
    )
  })

  test.each(['600', '99', '"abc"', '200.5'])('a status of %s is ignored', (status) => {
    expect(renderResult(`#set($context.responseOverride.status = ${status})`).responseOverride).toEqual({
      header: {},
    })
  })

  test('one parameter twice is an error with a code', () => {
    const source =
      '#set($context.responseOverride.header.h = "1")#set($context.responseOverride.header.h = "2")'
    expect(() => renderResult(source)).toThrow(AppError)
    expect(() => renderResult(source)).toThrow('$context.responseOverride.header.h twice')
  })

  test('never write to the data of the caller', () => {
    const context = Object.freeze({ identity: Object.freeze({ a: 'x' }) })
    expect(
      render('#set($context.identity.a = "y")#set($context.stage = "z")$context.identity.a$context.stage', {
        context,
      }),
    ).toBe('yz')
    expect(context).toEqual({ identity: { a: 'x' } })
  })
})
