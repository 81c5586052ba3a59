import { expect, test } from 'vitest'
import { labelMetrics } from './label-metrics.ts'

test('each sample says of which worker it is, and a family is named once', () => {
  const text = (count: number) =>
    `# TYPE a_total counter\na_total{api="x{y} z"} ${count}\n# TYPE b gauge\nb ${count}\n`
  const texts = new Map([
    [1, text(5)],
    [2, `# TYPE b gauge\nb 7\n# TYPE c gauge\nc 1\n`],
  ])
  expect(labelMetrics(texts)).toBe(
    [
      '# TYPE a_total counter',
      'a_total{worker="1",api="x{y} z"} 5',
      '# TYPE b gauge',
      'b{worker="1"} 5',
      'b{worker="2"} 7',
      '# TYPE c gauge',
      'c{worker="2"} 1',
      '',
    ].join('\n'),
  )
})

test('a worker that tells nothing adds nothing', () => {
  expect(labelMetrics(new Map([[1, '']]))).toBe('')
})
