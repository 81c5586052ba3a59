import { expect, test } from 'vitest'
import { parseRequest } from './parse-request.ts'

test.each([
  ['/pets', { method: 'GET', url: '/pets' }],
  ['post /orders/5?x=1', { method: 'POST', url: '/orders/5?x=1' }],
  ['  DELETE   https://a.example/x ', { method: 'DELETE', url: 'https://a.example/x' }],
  [`curl https://a.example/x`, { method: 'GET', url: 'https://a.example/x' }],
  [`curl -I 'https://a.example/x?y=1&z=2'`, { method: 'HEAD', url: 'https://a.example/x?y=1&z=2' }],
  [`curl -sSL -XPUT -o out.json /x`, { method: 'PUT', url: '/x' }],
  [`curl --request=PATCH --url /x`, { method: 'PATCH', url: '/x' }],
  [
    `curl -X POST /x -H 'X-A: 1' -H "X-B: it's" --header X-C:3 -d '{"a":"b \\" c"}' -H 'content-type: application/json'`,
    {
      method: 'POST',
      url: '/x',
      headers: [
        ['X-A', '1'],
        ['X-B', "it's"],
        ['X-C', '3'],
        ['content-type', 'application/json'],
      ],
      body: '{"a":"b \\" c"}',
    },
  ],
  [
    `curl /x -d a=1 --data-urlencode 'b=c d&e'`,
    {
      method: 'POST',
      url: '/x',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: 'a=1&b=c%20d%26e',
    },
  ],
  [`curl -G /x?a=1 -d b=2 -d c=3`, { method: 'GET', url: '/x?a=1&b=2&c=3' }],
  [
    `curl --json '{"a":1}' /x`,
    {
      method: 'POST',
      url: '/x',
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
      ],
      body: '{"a":1}',
    },
  ],
  [
    `curl -u ann:sécret /x -A me -b 'k=v'`,
    {
      method: 'GET',
      url: '/x',
      headers: [
        ['Authorization', 'Basic YW5uOnPDqWNyZXQ='],
        ['User-Agent', 'me'],
        ['Cookie', 'k=v'],
      ],
    },
  ],
  [
    `curl 'https://a.example/x' \\\n  -H 'accept: */*' \\\r\n  --data-raw $'it\\'s\\n\\u0041' --compressed`,
    {
      method: 'POST',
      url: 'https://a.example/x',
      headers: [
        ['accept', '*/*'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: "it's\nA",
    },
  ],
])('%s is a request', (text, request) => {
  expect(parseRequest(text)).toEqual({ request: { headers: [], ...request } })
})

test.each([
  ['', 'Write a method'],
  ['orders', 'Write a method'],
  ['GET /a b', 'Write a method'],
  ["curl 'https://a.example", 'not closed'],
  ['curl -s', 'no URL'],
  ['curl /a /b', 'more than one'],
  ['curl /a -d @file.json', 'file.json'],
  ['curl /a -b cookies.txt', 'cookies.txt'],
  ['curl /a -F file=@x', 'several parts'],
  ['curl /a -H', '-H says nothing'],
])('%s is none, and why is said', (text, problem) => {
  expect(parseRequest(text).problem).toContain(problem)
})
