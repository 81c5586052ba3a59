import { type MeasureOptions, type Row, row } from '../../measure.ts'
import { deploy } from './deploy-routes.ts'
import { medianText, microsecondsByRound, type Place } from './microseconds.ts'
import type { Stand } from './stand.ts'

const item = {
  type: 'object',
  required: ['id', 'name', 'tags'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string', maxLength: 80 },
    price: { type: 'number' },
    tags: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
  },
}
const order = {
  type: 'object',
  required: ['customer', 'items'],
  properties: {
    customer: { type: 'string', minLength: 1 },
    items: { type: 'array', minItems: 1, items: item },
  },
}

/** About 1 KB. */
const body = JSON.stringify({
  customer: 'somebody',
  items: Array.from({ length: 12 }, (_, at) => ({
    id: at + 1,
    name: `a thing of number ${at}`,
    price: 9.5,
    tags: ['small', 'blue', 'new'],
  })),
})

const requestTemplate = `#set($in = $input.path('$'))
{"buyer": "$util.escapeJavaScript($in.customer)", "request": "$context.requestId", "lines": [#foreach($it in $in.items){"sku": $it.id, "label": "$it.name"}#if($foreach.hasNext),#end#end]}`
const responseTemplate = `{"stage": "$context.stage", "answer": $input.json('$')}`

/** What a phase adds to a posted 1 KB: the same route with and without it, in the same rounds. */
export async function* phases(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  const { url } = await deploy(stand.penstock, 'phases', description(`${stand.backend.url}/echo`))
  const place = (path: string): Place => ({ name: path, url, path, body })
  const places = ['/plain', '/validated', '/templates'].map(place)
  const samples = microsecondsByRound(stand.gateway, places, isShort ? 2 : 8)
  const added = (at: number) => samples.map((costs) => (costs[at] ?? Number.NaN) - (costs[0] ?? Number.NaN))
  const note = (at: number) => ({
    note: `${medianText(samples, at)} µs, without it ${medianText(samples, 0)}`,
  })
  yield row('processor time that JSON Schema of a 1 KB body adds to a request', 'µs', 12, added(1), note(1))
  yield row(
    'processor time that a request and a response template add to a request',
    'µs',
    25,
    added(2),
    note(2),
  )
}

function description(uri: string) {
  const post = (integration: object, more: object = {}) => ({
    post: {
      responses: { 200: { description: 'ok' } },
      'x-amazon-apigateway-integration': { httpMethod: 'POST', uri, ...integration },
      ...more,
    },
  })
  return {
    openapi: '3.0.1',
    info: { title: 'Phases', version: '1' },
    'x-amazon-apigateway-request-validators': {
      body: { validateRequestBody: true, validateRequestParameters: false },
    },
    paths: {
      '/plain': post({ type: 'http_proxy' }),
      '/validated': post(
        { type: 'http_proxy' },
        {
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
          'x-amazon-apigateway-request-validator': 'body',
        },
      ),
      '/templates': post({
        type: 'http',
        requestTemplates: { 'application/json': requestTemplate },
        responses: {
          default: { statusCode: '200', responseTemplates: { 'application/json': responseTemplate } },
        },
      }),
    },
    components: { schemas: { Order: order } },
  }
}
