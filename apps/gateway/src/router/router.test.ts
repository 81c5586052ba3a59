import { describe, expect, test } from 'vitest'
import { createRouter } from './create-router.ts'
import { LinearRouter } from './linear.fixture.ts'
import { parameterNames, type RouteEntry, type Router, type RouterOptions } from './router.ts'
import { TrieRouter } from './trie.ts'

const rest: RouterOptions = { strictSlash: false, greedyKeepsSlash: false }

/** One suite for every implementation; the linear one is the specification, too slow to serve. */
const implementations: [string, (entries: RouteEntry<string>[], options: RouterOptions) => Router<string>][] =
  [
    ['linear', (entries, options) => new LinearRouter(entries, options)],
    ['trie', (entries, options) => new TrieRouter(entries, options)],
    ['static map and trie', (entries, options) => createRouter(entries, options)],
  ]

describe.each(implementations)('%s', (_, create) => {
  const routes = (...lines: string[]) =>
    lines.map((line) => {
      const [method = '', path = ''] = line.split(' ')
      return { method, path, value: line }
    })

  function ask(router: Router<string>, method: string, path: string): string {
    const match = router.find(method, path)
    if (!match) return 'none'
    const names = parameterNames(match.value.split(' ')[1] ?? '')
    const values = names.map(
      (name, i) => `${name}=${path.slice(match.offsets[i * 2] ?? 0, match.offsets[i * 2 + 1] ?? 0)}`,
    )
    return [match.value, ...values].join(' ')
  }

  test('literal beats mixed beats parameter beats greedy, segment by segment', () => {
    const router = create(
      routes('GET /p/{proxy+}', 'GET /p/{id}', 'GET /p/{id}.json', 'GET /p/mine', 'GET /p/{id}/x'),
      rest,
    )
    expect(ask(router, 'GET', '/p/mine')).toBe('GET /p/mine')
    expect(ask(router, 'GET', '/p/1.json')).toBe('GET /p/{id}.json id=1')
    expect(ask(router, 'GET', '/p/1')).toBe('GET /p/{id} id=1')
    expect(ask(router, 'GET', '/p/mine/x')).toBe('GET /p/{id}/x id=mine')
    expect(ask(router, 'GET', '/p/1/2/3')).toBe('GET /p/{proxy+} proxy=1/2/3')
  })

  test('a literal that leads nowhere gives way to a greedy sibling of its parent', () => {
    const router = create(routes('GET /part1', 'GET /{param+}', 'GET /part1/hardcoded-value'), rest)
    expect(ask(router, 'GET', '/part1')).toBe('GET /part1')
    expect(ask(router, 'GET', '/part1/hardcoded-value')).toBe('GET /part1/hardcoded-value')
    expect(ask(router, 'GET', '/part1/random-value')).toBe('GET /{param+} param=part1/random-value')
  })

  test('a literal resource that lacks the method gives way to a greedy sibling', () => {
    const router = create(routes('POST /test', 'ANY /test/any', 'OPTIONS /{proxy+}'), rest)
    expect(ask(router, 'OPTIONS', '/test')).toBe('OPTIONS /{proxy+} proxy=test')
    expect(ask(router, 'OPTIONS', '/test/any')).toBe('ANY /test/any')
    expect(ask(router, 'GET', '/test')).toBe('none')
  })

  test('ANY answers what the resource does not name', () => {
    const router = create(routes('ANY /foo', 'GET /foo'), rest)
    expect(ask(router, 'GET', '/foo')).toBe('GET /foo')
    expect(ask(router, 'DELETE', '/foo')).toBe('ANY /foo')
  })

  test('greedy needs at least one segment; HEAD is not served by GET', () => {
    const router = create(routes('GET /{proxy+}'), rest)
    expect(ask(router, 'GET', '/')).toBe('none')
    expect(ask(router, 'HEAD', '/x')).toBe('none')
    expect(ask(create(routes('GET /'), rest), 'GET', '/')).toBe('GET /')
  })

  test('mixed segments', () => {
    const router = create(
      routes('GET /{a}-{b}', 'POST /{name}:cancel', "GET /items(name='{name}')", 'GET /v{n}'),
      rest,
    )
    expect(ask(router, 'GET', '/x-y-z')).toBe('GET /{a}-{b} a=x b=y-z')
    expect(ask(router, 'GET', '/-y')).toBe('none')
    expect(ask(router, 'POST', '/job7:cancel')).toBe('POST /{name}:cancel name=job7')
    expect(ask(router, 'GET', "/items(name='é')")).toBe("GET /items(name='{name}') name=é")
    expect(ask(router, 'GET', '/v1')).toBe('GET /v{n} n=1')
    expect(ask(router, 'GET', '/v')).toBe('none')
  })

  test('nothing is percent-decoded, and an encoded slash does not separate', () => {
    const router = create(routes('GET /u/{name}'), rest)
    expect(ask(router, 'GET', '/u/a%2Fb%20c')).toBe('GET /u/{name} name=a%2Fb%20c')
  })

  test('a slash at the end: ignored, strict, or kept by greedy', () => {
    const lines = routes('GET /todos', 'GET /f/{proxy+}')
    expect(ask(create(lines, rest), 'GET', '/todos/')).toBe('GET /todos')
    expect(ask(create(lines, rest), 'GET', '/f/a/')).toBe('GET /f/{proxy+} proxy=a')
    const strict = create(lines, { strictSlash: true, greedyKeepsSlash: true })
    expect(ask(strict, 'GET', '/todos/')).toBe('none')
    const native = create(lines, { strictSlash: false, greedyKeepsSlash: true })
    expect(ask(native, 'GET', '/todos/')).toBe('GET /todos')
    expect(ask(native, 'GET', '/f/a/')).toBe('GET /f/{proxy+} proxy=a/')
  })

  test('an empty segment is no parameter', () => {
    expect(ask(create(routes('GET /a/{b}/c'), rest), 'GET', '/a//c')).toBe('none')
  })

  test('same shape with other parameter names keeps each route its own names', () => {
    const router = create(routes('GET /u/{id}', 'POST /u/{userId}'), rest)
    expect(ask(router, 'GET', '/u/1')).toBe('GET /u/{id} id=1')
    expect(ask(router, 'POST', '/u/1')).toBe('POST /u/{userId} userId=1')
  })

  test('allowed lists the methods of every route that matches the path', () => {
    const router = create(routes('POST /test', 'PUT /test', 'OPTIONS /{proxy+}'), rest)
    expect(router.allowed('/test')).toEqual(['OPTIONS', 'POST', 'PUT'])
    expect(router.allowed('/')).toEqual([])
  })

  /** One line for each loser, the winner first. */
  function explained(router: Router<string>, method: string, path: string): string[] {
    const { winner, losers } = router.explain(method, path)
    expect(winner?.value ?? null, 'explain and find agree').toBe(router.find(method, path)?.value ?? null)
    return [
      winner === null ? 'none' : `${winner.method} ${winner.path}`,
      ...losers.map((loser) => `${loser.reason}: ${loser.method} ${loser.path}`),
    ]
  }

  test('explain names who matched and lost: by method, ANY, precedence, greedy', () => {
    const router = create(
      routes('ANY /p/{id}', 'GET /p/{id}', 'POST /p/mine', 'GET /p/mine', 'GET /{proxy+}', 'GET /q'),
      rest,
    )
    expect(explained(router, 'GET', '/p/mine').toSorted()).toEqual(
      [
        'GET /p/mine',
        'method: POST /p/mine',
        'precedence: GET /p/{id}',
        'precedence: ANY /p/{id}',
        'greedy: GET /{proxy+}',
      ].toSorted(),
    )
    expect(explained(router, 'GET', '/p/7')).toEqual([
      'GET /p/{id}',
      'any: ANY /p/{id}',
      'greedy: GET /{proxy+}',
    ])
    const sentence = router.explain('GET', '/p/mine').losers.find(({ reason }) => reason === 'precedence')
    expect(sentence?.sentence).toBe('The literal "mine" of /p/mine says more than the parameter {id}.')
  })

  test('explain names the near misses where nothing, or only a greedy route, answers', () => {
    const router = create(
      routes('GET /o/{id}/items', 'GET /o/{id}', 'PUT /o/{id}/items/{n}', 'GET /o', 'GET /z/{rest+}'),
      rest,
    )
    expect(explained(router, 'GET', '/o/5/lines')).toEqual([
      'none',
      'segment: GET /o/{id}/items',
      'shorter: GET /o/{id}',
      'segment: PUT /o/{id}/items/{n}',
    ])
    expect(explained(router, 'GET', '/z')).toEqual(['none', 'longer: GET /z/{rest+}'])
    const alike = create(routes('GET /r/branches', 'GET /r/assignees', 'GET /r/issues'), rest)
    expect(explained(alike, 'GET', '/r/issuess')[1]).toBe('segment: GET /r/issues')
    const caught = create(routes('GET /{proxy+}', 'GET /f/{dir}/{name}/raw'), rest)
    expect(explained(caught, 'GET', '/f/a/b')).toEqual(['GET /{proxy+}', 'longer: GET /f/{dir}/{name}/raw'])
    expect(caught.explain('GET', '/f/a/b').losers[0]?.sentence).toBe('It goes on with /raw.')
  })

  test('explain says that a slash at the end counts', () => {
    const strict = create(routes('GET /todos'), { strictSlash: true, greedyKeepsSlash: true })
    expect(explained(strict, 'GET', '/todos/')).toEqual(['none', 'slash: GET /todos'])
  })

  test('explain names at most fifty losers and says that there are more', () => {
    const many = Array.from({ length: 60 }, (_, i) => `GET /a/b${i}`)
    const { losers, more } = create(routes(...many), rest).explain('GET', '/a/x')
    expect([losers.length, more]).toEqual([50, true])
  })
})

test('nearest finds one misspelt segment, one too many, and one too few', () => {
  const router = createRouter(
    ['/repos/{owner}/{repo}/issues', '/user/repos', '/orgs/{org}'].map((path) => ({
      method: 'GET',
      path,
      value: path,
    })),
    rest,
  )
  expect(router.nearest('/repo/a/b/issues')).toBe('/repos/{owner}/{repo}/issues')
  expect(router.nearest('/repos/a/b/isues')).toBe('/repos/{owner}/{repo}/issues')
  expect(router.nearest('/user/repos/extra')).toBe('/user/repos')
  expect(router.nearest('/orgs')).toBe('/orgs/{org}')
  expect(router.nearest('/user')).toBe('/user/repos')
  expect(router.nearest('/repos')).toBe(null)
  expect(router.nearest('/')).toBe(null)
  expect(router.nearest('/something/else')).toBe(null)
})

test('explain leads from a misspelt first segment to the nearest route', () => {
  const router = createRouter([{ method: 'GET', path: '/orders/{id}', value: 'one' }], rest)
  const { winner, losers } = router.explain('GET', '/order/5')
  expect(winner).toBe(null)
  expect(losers).toEqual([
    {
      value: 'one',
      method: 'GET',
      path: '/orders/{id}',
      reason: 'segment',
      sentence: 'Segment 1 is "orders", the path has "order".',
    },
  ])
})
