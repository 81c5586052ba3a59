import { type MeasureOptions, quantile, type Row, row } from '../../measure.ts'
import { rest } from '../../rest.ts'
import { deploy } from './deploy-routes.ts'
import { load } from './load.ts'
import type { Stand } from './stand.ts'

const code = `exports.handler = async (event) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ path: event.path }),
})
`

/** What a warm function adds to the time of a request that comes alone: its route and a mock's in the same rounds. */
export async function* functions(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  await rest(stand.penstock, 'POST', '/api/v1/apis?slug=functions&mode=overwrite', description)
  await rest(stand.penstock, 'PUT', '/api/v1/apis/functions/functions/hello', { code })
  const { url } = await deploy(stand.penstock, 'functions', description)
  const milliseconds = (path: string) => 1000 / load(url, { name: path, connections: 1, path }, []).perSecond
  const samples: { mock: number; warm: number }[] = []
  for (let round = -1; round < (isShort ? 2 : 8); round++) {
    const sample = { mock: milliseconds('/mock'), warm: milliseconds('/function') }
    if (round >= 0) samples.push(sample)
  }
  const median = (values: readonly number[]) => quantile(values, 0.5).toFixed(2)
  yield row(
    'round trip that a warm function adds',
    'ms',
    0.35,
    samples.map(({ mock, warm }) => warm - mock),
    {
      note: `${median(samples.map(({ warm }) => warm))} ms, a mock ${median(samples.map(({ mock }) => mock))}`,
    },
  )
}

const get = (integration: object) => ({
  get: { responses: { 200: { description: 'ok' } }, 'x-amazon-apigateway-integration': integration },
})

const description = {
  openapi: '3.0.1',
  info: { title: 'Functions', version: '1' },
  paths: {
    '/function': get({
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:hello/invocations',
    }),
    '/mock': get({
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      responses: {
        default: { statusCode: '200', responseTemplates: { 'application/json': '{"path": "/mock"}' } },
      },
    }),
  },
}
