import { DrawingPage } from '../pages/drawing-page.ts'
import { expect, test } from '../fixtures.ts'
import { settledBoxOf } from '../pages/settled.ts'

const proxy = { type: 'http_proxy', httpMethod: 'GET', uri: 'https://backend.example/orders' }
const ok = { 200: { description: 'OK' } }
const orders = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: {
    '/orders': {
      get: { operationId: 'listOrders', responses: ok },
      post: {
        operationId: 'createOrder',
        responses: ok,
        security: [{ login: [] }],
        'x-amazon-apigateway-integration': { ...proxy, httpMethod: 'POST' },
      },
    },
    '/orders/{id}': {
      get: {
        operationId: 'getOrder',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: ok,
        'x-amazon-apigateway-integration': { ...proxy, uri: 'https://backend.example/orders/{id}' },
      },
    },
  },
  components: { securitySchemes: { login: { type: 'http', scheme: 'bearer' } } },
})
const there = ['Authorizer', 'Key and limits', 'Validation', 'Request mapping']

test('the whole flow of a method is drawn by mouse, one path from the caller and back', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=flow-mouse&mode=overwrite', orders('Flow mouse'))
  const designer = new DrawingPage(page, 'flow-mouse')
  // Wide enough for the whole flow to be cards.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await designer.open()
  await expect(designer.node('getOrder')).toBeVisible()

  await test.step('an authorizer is dropped on an edge, which lights while it is held', async () => {
    await designer.holdOverEdgeOf('Authorizer', 'getOrder')
    await expect(designer.taker).toBeVisible()
    await designer.release()
    await expect(designer.taker).toHaveCount(0)
    await expect(designer.field('Name')).toHaveValue('authorizer')
    await expect(designer.field('Name')).toBeFocused()
    await expect(designer.node('Authorizer')).toContainText('authorizer')
    await expect(designer.node('Caller')).toBeVisible()
  })

  await test.step('each + offers the steps that go exactly there', async () => {
    await designer.insert('authorizer and integration')
    await expect(page.getByRole('option')).toContainText(['API key', 'New validator', 'JSON template'])
    await expect(page.getByRole('option', { name: /authorizer/i })).toHaveCount(0)
    await accessible(page, 'the list of steps')
    await designer.choose('API key')
    await expect(designer.inspector.getByLabel('Callers need an API key')).toBeChecked()
    await designer.insert('key and limits and integration')
    await designer.choose('New validator')
    await designer.insert('validation and integration')
    await designer.choose('JSON template')
    await designer.insert('integration and caller')
    await designer.choose('JSON template')
    await designer.fit()
    expect(await designer.steps([...there, 'Caller'])).toEqual(['Caller', ...there])
    const [way, back] = await Promise.all([designer.box('Request mapping'), designer.box('Response mapping')])
    expect(back.y).toBeGreaterThan(way.y + way.height)
    await accessible(page, 'an open flow')
  })

  await test.step('Delete removes a step, one undo brings it back', async () => {
    await designer.selectNode('Validation')
    await designer.deleteSelected()
    await expect(designer.node('Validation')).toHaveCount(0)
    await expect(designer.node('Key and limits')).toBeVisible()
    await designer.undo()
    await expect(designer.node('Validation')).toBeVisible()
  })

  await test.step('closed, its card names the steps that it uses', async () => {
    await designer
      .node('getOrder')
      .getByRole('button', { name: /^Close the flow/ })
      .click()
    await expect(designer.node('Caller')).toHaveCount(0)
    await page.getByRole('button', { name: /Zoom is/ }).click()
    await designer.node('getOrder').scrollIntoViewIfNeeded()
    for (const name of [...there, 'Response mapping'])
      await expect(designer.node('getOrder').getByRole('img', { name })).toHaveCount(1)
  })
  await designer.expectSaved()
})

test('a flow that is opened comes into sight, whatever lies right of its method', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=flow-sight&mode=overwrite', orders('Flow sight'))
  const designer = new DrawingPage(page, 'flow-sight')
  await designer.open()
  await designer.selectNode('getOrder')
  const before = await designer.zoom()
  await designer.openFlow('getOrder')
  const inspector = (await designer.inspector.boundingBox())!
  const method = () => designer.box('getOrder')
  const caller = () => designer.box('Caller')
  await expect.poll(async () => (await caller()).x + (await caller()).width).toBeLessThan(inspector.x)
  expect((await method()).x).toBeGreaterThan(0)
  // All of it can be read, with what answers, and is there to be pressed.
  for (const title of ['getOrder', 'Caller', 'https://backend.example/orders/{id}'])
    await expect.poll(() => designer.isFree(title)).toBe(true)
  expect(await designer.zoom()).toBeGreaterThanOrEqual(Math.min(60, before))
  await designer.insertAfter('caller')
})

test('what can not be put somewhere says why while it is held', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=unfit&mode=overwrite', orders('Refused'))
  const designer = new DrawingPage(page, 'unfit')
  await designer.open()
  await expect(designer.node('getOrder')).toBeVisible()

  await test.step('an edge', async () => {
    await designer.leadEdge('listOrders', '/{id}')
    await expect(designer.refusal).toContainText('A method connects to an integration')
    await designer.release()
    await expect(designer.refusal).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })

  await test.step('an item of the palette', async () => {
    await designer.holdOver('Mock', '/{id}')
    await expect(designer.refusal).toContainText('takes no mock')
    await expect(designer.taker).toHaveCount(0)
    await designer.release()
    await designer.holdOverEdgeOf('Mock', 'getOrder')
    await expect(designer.refusal).toContainText('has an answer already')
    await designer.release()
    await expect(designer.refusal).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })

  await test.step('an edge to nowhere offers what it may lead to, and makes it in one undo', async () => {
    await designer.leadEdge('getOrder', { x: 260, y: 520 })
    await designer.release()
    await expect(designer.picker).toBeFocused()
    // What it is connected to already is no choice.
    await expect(page.getByRole('option', { name: /https:\/\/backend.example/ })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await designer.leadEdge('listOrders', { x: 260, y: 520 })
    await designer.release()
    await expect(designer.picker).toBeFocused()
    await expect(page.getByRole('option', { name: /https:\/\/backend.example/ })).toHaveCount(2)
    await expect(page.getByRole('option', { name: /^Resource/ })).toHaveCount(0)
    await designer.choose('Answers with a template')
    await expect(designer.node('Mock')).toBeVisible()
    await designer.selectNode('listOrders')
    await expect(designer.integration).toContainText('Mock')
    await designer.undo()
    await expect(designer.node('Mock')).toHaveCount(0)
  })
})

test('what answers a method is made from the kinds of services that can', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=answered&mode=overwrite', orders('Answered'))
  const designer = new DrawingPage(page, 'answered')
  await designer.open()
  await designer.selectNode('/{id}')
  await designer.palette.getByText('Method').click()
  await expect(designer.field('Operation id')).toBeFocused()
  // What the new one lacks is said once its field is left, and takes no button away from under the pointer.
  await designer.inspector.getByRole('button', { name: 'Answer with something new' }).click()
  const dialog = page.getByRole('dialog', { name: 'Answer /orders/{id} with' })
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^Mock/,
    /^HTTP service/,
    /^Function/,
    /^Cloud service/,
  ])
  await dialog.getByRole('button', { name: /^Mock/ }).click()
  await expect(designer.node('Mock')).toBeVisible()
})

test('the same by keyboard alone, in the outline', async ({ page, rest, accessible }) => {
  await rest('POST', '/api/v1/apis?slug=flow-keys&mode=overwrite', orders('Flow keys'))
  const designer = new DrawingPage(page, 'flow-keys')
  await designer.open()
  const tree = page.getByRole('tree')

  await test.step('c connects: an authorizer that there is', async () => {
    await designer.openSearch()
    await page.keyboard.type('getOrder')
    await page.keyboard.press('ArrowDown')
    await expect(tree).toBeFocused()
    await page.keyboard.press('c')
    await expect(designer.picker).toBeFocused()
    await designer.choose('login')
    await expect(tree).toBeFocused()
  })

  await test.step('Insert lists the steps that it lacks', async () => {
    await page.keyboard.press('Insert')
    const dialog = page.getByRole('dialog', { name: 'Add to getOrder' })
    await expect(dialog.getByRole('button', { name: /^Key and limits/ })).toBeVisible()
    await expect(dialog.getByRole('button', { name: /^Authorizer Decides who may call/ })).toHaveCount(1)
    await dialog.getByRole('button', { name: /^Key and limits/ }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(designer.inspector.getByLabel('Callers need an API key')).toBeChecked()
    await expect(tree).toBeFocused()
  })

  await test.step('the steps are lines of the open method, and Delete removes one', async () => {
    await designer.openSearch()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
    const line = (name: RegExp) => designer.outline.getByRole('treeitem', { name })
    await expect(line(/^Authorizer: login/)).toBeVisible()
    await expect(line(/^Key and limits/)).toHaveAttribute('aria-level', '5')
    await accessible(page, 'the outline of an open flow')
    await tree.focus()
    await expect(line(/^Key and limits/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Delete')
    await expect(line(/^Key and limits/)).toHaveCount(0)
    await designer.undo()
    await expect(line(/^Key and limits/)).toHaveCount(1)
  })

  await test.step('Space closes the flow and opens it again', async () => {
    await designer.line('GET getOrder').click()
    await expect(designer.line('GET getOrder')).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Space')
    await expect(designer.line('GET getOrder')).toHaveAttribute('aria-expanded', 'false')
    await expect(designer.node('Caller')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(designer.node('Caller')).toBeVisible()
  })
})

test('what others use is one node, and says what uses it before it is deleted', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=used&mode=overwrite', orders('Shared'))
  const designer = new DrawingPage(page, 'used')
  await designer.open()
  await designer.openFlow('createOrder')
  await designer.fit()
  await expect(designer.node('Authorizer')).toContainText('login')
  await designer.selectNode('login')
  await designer.deleteSelected()
  await expect(designer.deleteDialog.getByRole('list', { name: 'Used by' })).toContainText('createOrder')
  await accessible(page, 'the question before what others use is deleted')
  await designer.deleteDialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(designer.node('login')).toBeVisible()
  await designer.deleteSelected()
  await designer.deleteDialog.getByRole('button', { name: 'Delete authorizer' }).click()
  await expect(designer.node('login')).toHaveCount(0)
  await designer.undo()
  await expect(designer.node('login')).toBeVisible()
})

test('that nobody is asked who calls is read in whole, however long a name is', async ({ page, rest }) => {
  const name = 'partners-of-the-house-with-a-contract'
  const api = JSON.parse(JSON.stringify(orders('Named at length')).replaceAll('"login"', `"${name}"`))
  await rest('POST', '/api/v1/apis?slug=named&mode=overwrite', api)
  const designer = new DrawingPage(page, 'named')
  // Wide enough for cards with their second line.
  await page.setViewportSize({ width: 1920, height: 1000 })
  await designer.open()
  await designer.openFlow('createOrder')
  const state = designer.node('Authorizer').getByText('not enforced', { exact: true })
  await expect(designer.node('Authorizer')).toContainText(name)
  const [card, word] = [await designer.box('Authorizer'), await settledBoxOf(state)]
  expect(word.x).toBeGreaterThan(card.x)
  expect(word.x + word.width).toBeLessThan(card.x + card.width)
  expect(await state.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true)
})

test('models and validators are one node each, and lead to what uses them', async ({
  page,
  rest,
  accessible,
}) => {
  const json = (schema: string) => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  })
  const backend = { 'x-amazon-apigateway-integration': { ...proxy, httpMethod: 'POST' } }
  await rest('POST', '/api/v1/apis?slug=modelled&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Modelled', version: '1' },
    paths: {
      '/orders': {
        get: { operationId: 'listOrders', responses: ok, ...backend },
        post: {
          operationId: 'createOrder',
          requestBody: json('Order'),
          responses: {
            201: { description: 'Made', ...json('Order') },
            400: { description: 'No', ...json('Oops') },
          },
          ...backend,
        },
      },
    },
    components: {
      schemas: {
        Order: { type: 'object', properties: { id: { type: 'string' } } },
        Oops: { type: 'object', properties: { message: { type: 'string' } } },
      },
    },
  })
  const designer = new DrawingPage(page, 'modelled')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await designer.open()

  await test.step('what callers send and what they get lead to the same node', async () => {
    await designer.openFlow('createOrder')
    await designer.fit()
    await expect(designer.node('Request body')).toContainText('Order')
    await expect(designer.node('Responses')).toContainText('201 Order, 400 Oops')
    await expect(designer.node('Order')).toHaveCount(1)
    const [sent, got, model] = await Promise.all(
      ['Request body', 'Responses', 'Order'].map((name) => designer.box(name)),
    )
    expect(got!.y).toBeGreaterThan(sent!.y + sent!.height)
    expect(model!.x).toBeGreaterThan(Math.max(sent!.x + sent!.width, got!.x + got!.width))
    await accessible(page, 'a flow with models')
  })

  await test.step('the + of the way back offers models; a model is dropped on the step of another', async () => {
    await designer
      .node('createOrder')
      .getByRole('button', { name: /^Close the flow/ })
      .click()
    await designer.openFlow('listOrders')
    await designer.fit()
    await designer.insert('integration and caller')
    await expect(page.getByRole('option')).toContainText(['JSON template', 'New model', 'Oops', 'Order'])
    await designer.choose('Order')
    await expect(designer.node('Responses')).toContainText('200 Order')
    await designer.holdOver('Model', 'Responses')
    await designer.release()
    await expect(designer.field('Name')).toHaveValue('Model')
    await expect(designer.node('Responses')).toContainText('200 Model')
    await designer.undo()
    await expect(designer.node('Responses')).toContainText('200 Order')
  })

  await test.step('who uses a model is named in its form, and before it is deleted', async () => {
    await designer.fit()
    await designer.selectNode('Order')
    await expect(designer.inspector.getByRole('heading', { name: 'Used by 2 methods' })).toBeVisible()
    await designer.canvas.focus()
    await designer.deleteSelected()
    const users = designer.deleteDialog.getByRole('list', { name: 'Used by' })
    await expect(users.getByRole('listitem')).toContainText(['listOrders', 'createOrder'])
    await designer.deleteDialog.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a validator that several methods share is one node, named where it is used', async () => {
    await designer.insert('caller and integration')
    await designer.choose('New validator')
    await expect(designer.node('Validation')).toContainText('validator · body and parameters')
    await designer.openFlow('createOrder')
    await designer.fit()
    await designer.insert('request body and integration')
    await designer.choose('body and parameters')
    await expect(designer.node('Validation')).toHaveCount(2)
    await expect(designer.node('validator')).toHaveCount(1)
    await expect(designer.inspector).toContainText('Used by 2 methods')
    await designer.inspector.getByRole('button', { name: 'Open the validator' }).click()
    await expect(designer.field('Name')).toHaveValue('validator')
    await expect(designer.inspector.getByRole('heading', { name: 'Used by 2 methods' })).toBeVisible()
    await accessible(page, 'a validator and what uses it')
  })
  await designer.expectSaved()
})

test('operations that share a path are drawn as operations of that path', async ({ page, rest }) => {
  const operation = (operationId: string) => ({ post: { operationId, responses: ok } })
  await rest('POST', '/api/v1/apis?slug=tables&mode=overwrite', {
    openapi: '3.0.0',
    info: { title: 'Tables', version: '1' },
    paths: {
      '/#X-Amz-Target=Tables_1.PutItem': operation('PutItem'),
      '/#X-Amz-Target=Tables_1.GetItem': operation('GetItem'),
    },
  })
  const designer = new DrawingPage(page, 'tables')
  await designer.open()
  await expect(designer.node('PutItem')).toBeVisible()
  await expect(designer.node('GetItem')).toBeVisible()
  await expect(designer.canvas.getByText(/^\/#/)).toHaveCount(0)
  await expect(designer.outline.getByRole('treeitem', { name: 'POST GetItem' })).toHaveAttribute(
    'aria-level',
    '2',
  )
  const [get, put] = await Promise.all([designer.box('GetItem'), designer.box('PutItem')])
  expect(get.y).toBeLessThan(put.y)
  expect(get.x).toBe(put.x)
})
