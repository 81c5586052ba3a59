import { expect, test } from 'vitest'
import { templateReads } from './reads.ts'

const scope = {
  body: '{"name":"Ann","tags":["a"]}',
  params: { path: { id: '7' }, querystring: {}, header: { 'X-Who': 'me' } },
  stageVariables: { region: 'eu' },
  context: { identity: { sourceIp: '192.0.2.1' } },
}

test('every read from outside is named once with what it prints, in blocks and texts too', () => {
  const source = `#set($n = $input.path('$.name'))
    #if($stageVariables.region == 'eu')"$context.identity.sourceIp"#end
    #set($text = "id-$input.params('id')") $input.params('x-who') $!{input.json('$.tags')} $n $input.params('id')`
  expect(templateReads(source, scope)).toEqual([
    { name: "$input.path('$.name')", value: 'Ann' },
    { name: '$stageVariables.region', value: 'eu' },
    { name: '$context.identity.sourceIp', value: '192.0.2.1' },
    { name: "$input.params('id')", value: '7' },
    { name: "$input.params('x-who')", value: 'me' },
    { name: "$!{input.json('$.tags')}", value: '["a"]' },
  ])
})

test('what is worked out while rendering is left out, and a broken template reads nothing', () => {
  expect(templateReads('#set($x = 1)$input.params($x) $util.urlEncode("a")', scope)).toEqual([])
  expect(templateReads('#if($input.body', scope)).toEqual([])
})
