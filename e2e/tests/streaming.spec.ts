import { expect, test } from '../fixtures.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { ProblemsPanel } from '../pages/problems-panel.ts'
import { rides } from '../rides.ts'

const lambda = 'arn:aws:apigateway:eu-west-1:lambda:path'
const hello = 'functions/arn:aws:lambda:eu-west-1:123456789012:function:hello'
const whole = `${lambda}/2015-03-31/${hello}/invocations`
const streamed = `${lambda}/2021-11-15/${hello}/response-streaming-invocations`

test('answers of a function are streamed where its integration says so, and exports say it in Amazon’s words', async ({
  page,
  rest,
  accessible,
  request,
}) => {
  await rest('POST', '/api/v1/apis?slug=streams&mode=overwrite', {
    ...rides('Streams'),
    paths: {
      '/rides': {
        get: {
          operationId: 'listRides',
          responses: { 200: { description: 'All rides' } },
          'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: whole },
        },
      },
    },
  })
  await rest('PUT', '/api/v1/apis/streams/functions/hello', {
    code: `export const handler = awslambda.streamifyResponse(async (event, stream) => {
  awslambda.HttpResponseStream.from(stream, { statusCode: 201 }).write('streamed ')
  stream.end('answer')
})
`,
  })
  const integration = async () => {
    const document = await rest<{ paths: Record<string, Record<string, Record<string, unknown>>> }>(
      'GET',
      '/api/v1/apis/streams/export?format=oas30&from=draft&extensions=aws',
    )
    return document.paths['/rides']?.['get']?.['x-amazon-apigateway-integration']
  }
  const designer = new DesignerPage(page, 'streams')
  await designer.open()

  const problems = new ProblemsPanel(page)
  const choice = designer.inspector.getByRole('radiogroup', { name: 'Response' })
  const chosen = (name: string) => expect(choice.getByRole('radio', { name })).toBeChecked()

  await test.step('a function that streams and is waited for is a problem, which leads to the choice', async () => {
    await problems.open(/problem/)
    await problems.goTo(/The function hello streams its answers/)
    await chosen('Buffered')
    await expect(choice).toHaveAccessibleDescription(/once it is whole/)
  })

  await test.step('its fix streams the answers, and the URI names the operation that does', async () => {
    await problems.fix(/The function hello streams its answers/)
    await chosen('Streamed')
    await expect(choice).toHaveAccessibleDescription(/as the function writes it/)
    await accessible(page, 'an integration that streams')
    await designer.expectSaved()
    expect(await integration()).toMatchObject({ responseTransferMode: 'STREAM', uri: streamed })
    const { url } = await rest<{ url: string }>('POST', '/api/v1/apis/streams/stages/prod/deployments', {})
    const answer = await request.get(`${url}/rides`)
    expect([answer.status(), await answer.text()]).toEqual([201, 'streamed answer'])
  })

  await test.step('the other choice is one step, which is undone', async () => {
    await choice.getByRole('radio', { name: 'Buffered' }).click()
    await chosen('Buffered')
    await designer.expectSaved()
    expect(await integration()).toMatchObject({ uri: whole })
    expect(await integration()).not.toHaveProperty('responseTransferMode')
    await designer.canvas.focus()
    await designer.undo()
    await chosen('Streamed')
  })
})
