import { loopbackCertificate } from '@penstock/testkit/loopback-certificate'
import { DesignerPage } from '../pages/designer-page.ts'
import { expect, test } from '../fixtures.ts'
import { rides } from '../rides.ts'

test("a function's code is edited in place and in a dialog, and no key is trapped in it", async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=greetings&mode=overwrite', rides('Greetings'))
  await rest('PUT', '/api/v1/apis/greetings/functions/hello', {
    code: 'exports.handler = async () => ({ statusCode: 200 })\n',
  })
  const designer = new DesignerPage(page, 'greetings')
  await designer.open()
  await designer.select('function hello', 'hello')
  const dialog = page.getByRole('dialog', { name: 'Code of hello' })

  await test.step('what does not parse is marked', async () => {
    await designer.code().focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('const;')
    await expect(designer.inspector.locator('.squiggly-error')).toBeVisible()
    await accessible(page, 'the code of a function')
    await page.keyboard.press('Escape')
    await expect(designer.code()).not.toBeFocused()
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('leaving the field ends an undo step', async () => {
    await designer.undo()
    await expect(designer.codeLine('const;')).toBeHidden()
    await expect(designer.codeLine('exports.handler')).toBeVisible()
  })

  await test.step('Tab moves the focus when it is asked to', async () => {
    await designer.code().focus()
    await page.keyboard.press('Control+m')
    await page.keyboard.press('Tab')
    await expect(designer.field('Handler')).toBeFocused()
  })

  await test.step('the dialog edits the same code', async () => {
    await page.getByRole('button', { name: 'Edit the code in a larger window' }).click()
    await expect(designer.code(dialog)).toBeFocused()
    await accessible(page, 'the code of a function in a dialog')
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('// written large')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(designer.codeLine('// written large')).toBeVisible()
    await designer.expectSaved()
  })
})

test('a JSON body gets its type, and a new parameter the focus', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=typed&mode=overwrite', rides('Typed'))
  const designer = new DesignerPage(page, 'typed')
  await designer.open()
  await designer.selectNode('bookRide')
  await designer.inspector.getByRole('button', { name: 'Add parameter' }).click()
  await expect(designer.field('Name of the query parameter parameter')).toBeFocused()
  await designer.inspector.getByRole('button', { name: 'Try it' }).click()
  const headers = page.getByLabel('Headers')
  await page.getByLabel('Body').fill('{"from": ')
  await expect(headers).toHaveValue('')
  await page.getByLabel('Body').fill('{"from": "here"}')
  await expect(headers).toHaveValue('content-type: application/json')
  await expect(page.getByTestId('minimap')).toHaveCount(0)
})

test('a mock asks for what its callers see: status, headers and body; the request template is for the curious', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=mocked&mode=overwrite', rides('Mocked'))
  const designer = new DesignerPage(page, 'mocked')
  await designer.open()
  const { inspector } = designer
  await page.getByRole('toolbar', { name: 'Palette' }).getByText('Mock').click()
  await expect(designer.field('Name')).toBeFocused()
  await expect(inspector.getByText('Request template for application/json')).toBeHidden()

  await designer.field('Status').fill('99')
  await designer.field('Status').press('Enter')
  await expect(inspector.getByText(/A status has three digits/)).toBeVisible()
  await designer.field('Status').fill('202')
  await designer.field('Status').press('Enter')
  await inspector.getByRole('button', { name: 'Add a header' }).click()
  await designer.field('Value of x-header').fill('plain text')
  await designer.field('Value of x-header').press('Enter')
  const body = inspector.getByRole('group', { name: 'Body' })
  await expect(body.locator('.view-line')).toContainText('Hello from the mock')
  await body.getByRole('textbox').press('ControlOrMeta+a')
  await page.keyboard.type('Accepted $context.requestId')
  await designer.expectSaved()

  await page.reload()
  await designer.line('Integrations 2').click()
  await designer.select('Mock', 'Mock')
  await expect(designer.field('Status')).toHaveValue('202')
  await expect(designer.field('Value of x-header')).toHaveValue('plain text')
  await expect(body.locator('.view-line')).toContainText('Accepted $context.requestId')
  await inspector.getByText('Request template', { exact: true }).click()
  await expect(inspector.getByText('Request template for application/json')).toBeVisible()
})

test('authorizers, validators, gateway responses and models are made where they are needed', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=made&mode=overwrite', {
    ...rides('Made'),
    paths: {
      '/rides': {
        post: {
          operationId: 'bookRide',
          requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
          responses: { 201: { description: 'Booked' } },
        },
      },
    },
  })
  const designer = new DesignerPage(page, 'made')
  await designer.open()
  const { inspector } = designer
  const name = designer.field('Name')

  await test.step('from the palette', async () => {
    await page.getByRole('toolbar', { name: 'Palette' }).getByRole('button', { name: 'Authorizer' }).click()
    await expect(name).toBeFocused()
    await expect(name).toHaveValue('authorizer')
    await accessible(page, 'a new authorizer')
    await designer.canvas.focus()
    await designer.undo()
    await expect(designer.line('Authorizers')).toBeVisible()
  })

  await test.step('from the command palette', async () => {
    await designer.runCommand('Add gateway response')
    await expect(inspector.getByRole('button', { name: /When$/ })).toBeFocused()
    await expect(designer.line('Gateway responses 1')).toBeVisible()
  })

  await test.step('from the outline, by mouse and by keyboard, each with a name that is free', async () => {
    await designer.line('Validators').getByRole('button', { name: 'Add to validators' }).click()
    await expect(name).toHaveValue('validator')
    await designer.line('Validators 1').click()
    await page.keyboard.press('Insert')
    await expect(name).toHaveValue('validator-2')
    await expect(name).toBeFocused()
  })

  await test.step('from the selects of a method, which uses it at once; one undo takes back both', async () => {
    await designer.selectNode('bookRide')
    await inspector.getByRole('button', { name: /Authorizer$/ }).click()
    await page.getByRole('option', { name: 'New authorizer…' }).click()
    await expect(name).toBeFocused()
    await expect(inspector.getByRole('button', { name: 'bookRide' })).toBeVisible()
    await designer.selectNode('bookRide')
    await expect(inspector.getByRole('button', { name: /Authorizer$/ })).toHaveText(/^authorizer/)
    await designer.canvas.focus()
    await designer.undo()
    await expect(inspector.getByRole('button', { name: /Authorizer$/ })).toHaveText(/^None/)
    await expect(designer.line('Authorizers')).toBeVisible()
  })

  await test.step('from the schema of a body, which follows when the model gets its name', async () => {
    await inspector.getByRole('button', { name: 'object' }).click()
    await page.getByRole('menuitem', { name: 'New model…' }).click()
    await expect(name).toBeFocused()
    await name.fill('Booking')
    await name.press('Enter')
    await designer.selectNode('bookRide')
    await expect(inspector.getByRole('button', { name: 'Booking' })).toBeVisible()
    await designer.expectSaved()
  })
})

test('JSON that can not be taken yet is kept while somebody looks elsewhere, and said where saving is said', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=kept&mode=overwrite', {
    ...rides('Kept'),
    components: { schemas: { Seat: { type: 'object' } } },
  })
  const designer = new DesignerPage(page, 'kept')
  await designer.open()
  const { inspector } = designer
  const waiting = page.getByRole('button', { name: '1 field not saved' })
  await designer.line('Models 1').click()
  await designer.select('model Seat', 'Seat')
  const schema = inspector.getByRole('group', { name: 'JSON Schema' })
  await schema.getByRole('textbox').press('ControlOrMeta+a')
  await page.keyboard.insertText('{ "type": "object", "title": "Kept", }')
  await expect(schema.getByText(/Line 1: Not saved/)).toBeVisible()
  await designer.selectNode('bookRide')
  await expect(waiting).toBeVisible()
  await accessible(page, 'a field that is not saved')
  await waiting.click()
  await expect(schema.locator('.view-lines')).toContainText('Kept')
  await expect(schema.getByText(/Line 1: Not saved/)).toBeVisible()
  await schema.getByRole('textbox').press('ControlOrMeta+a')
  await page.keyboard.insertText('{ "type": "object", "title": "Kept" }')
  await designer.expectSaved()
})

test('what can not be taken yet is there with its reason when somebody comes back: a status, a list, and for several', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=unfinished&mode=overwrite', {
    ...rides('Unfinished'),
    'x-amazon-apigateway-gateway-responses': {
      DEFAULT_4XX: { statusCode: '400' },
      DEFAULT_5XX: { statusCode: '500' },
    },
  })
  const designer = new DesignerPage(page, 'unfinished')
  await designer.open()
  const { inspector } = designer
  const waiting = (count: string) => page.getByRole('button', { name: `${count} not saved` })

  await test.step('the status of a response', async () => {
    await designer.selectNode('bookRide')
    const status = inspector.getByRole('textbox', { name: /^Status \d/ }).first()
    await status.fill('2x')
    await designer.selectNode('listRides')
    await waiting('1 field').click()
    await expect(status).toHaveValue('2x')
    await expect(inspector.getByText('A status such as 404')).toBeVisible()
    await status.fill('299')
    await status.press('Enter')
    await designer.expectSaved()
  })

  await test.step('a list', async () => {
    await designer.node('Unfinished').click()
    await designer.write('Binary media types', 'image/png, , png')
    await designer.selectNode('listRides')
    await waiting('1 field').click()
    await expect(designer.field('Binary media types')).toHaveValue('image/png, , png')
    await expect(designer.field('Binary media types')).toHaveAttribute('aria-invalid', 'true')
    await designer.write('Binary media types', 'image/png, ,')
    await designer.expectSaved()
    await expect(designer.field('Binary media types')).toHaveValue('image/png')
  })

  await test.step('a field of several', async () => {
    const line = (name: string) => designer.outline.getByRole('treeitem', { name: new RegExp(name) })
    await designer.line('Gateway responses 2').click()
    await page.keyboard.press('ArrowRight')
    await line('DEFAULT_4XX').click()
    await line('DEFAULT_5XX').click({ modifiers: ['Shift'] })
    await expect(inspector.getByRole('list', { name: 'Selected' })).toHaveText('2 gateway responses')
    await designer.write('Status', '4xx')
    await designer.selectNode('listRides')
    await waiting('1 field').click()
    await expect(inspector.getByRole('list', { name: 'Selected' })).toHaveText('2 gateway responses')
    await expect(designer.field('Status')).toHaveValue('4xx')
    await expect(inspector.getByText('A status has three digits')).toBeVisible()
    await designer.write('Status', '499')
    await designer.expectSaved()
  })
})

test('what a backend gets is mapped in the form of the integration', async ({ page, rest, accessible }) => {
  const uri = 'https://backend.example/seats'
  const tenant = { name: 'X-Tenant', in: 'header', schema: { type: 'string' } }
  await rest('POST', '/api/v1/apis?slug=mapped&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Mapped', version: '1' },
    paths: {
      '/seats': {
        get: {
          operationId: 'listSeats',
          parameters: [tenant],
          responses: { 200: { description: 'Seats' } },
          'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET', uri },
        },
      },
    },
  })
  const designer = new DesignerPage(page, 'mapped')
  const { inspector } = designer
  await designer.open()
  await designer.selectNode(uri)
  const source = (name: string) => designer.field(`Source of ${name}`)

  await test.step('from a part of the request, which is offered', async () => {
    await inspector.getByRole('button', { name: 'Map a parameter' }).click()
    await expect(source('x-request-id')).toHaveValue('context.requestId')
    const offered = await source('x-request-id').getAttribute('list')
    await expect(page.locator(`[id="${offered}"] option`).first()).toHaveAttribute(
      'value',
      'method.request.header.X-Tenant',
    )
    await designer.write('Name at the backend', 'x-tenant')
    await designer.write('Source of x-tenant', 'method.request.header.X-Tenant')
  })

  await test.step('a fixed text gets the quotes that Amazon asks for; what is misspelt is not saved', async () => {
    await designer.write('Source of x-tenant', 'method.requst.header.X-Tenant')
    await expect(inspector.getByText(/^Write method\.request\.header\.NAME/)).toBeVisible()
    await designer.write('Source of x-tenant', 'acme')
    await expect(source('x-tenant')).toHaveValue("'acme'")
    await inspector.getByRole('button', { name: /Place of x-tenant/ }).click()
    await page.getByRole('option', { name: 'Query' }).click()
    await accessible(page, 'mapped parameters')
  })

  await test.step('certificates, scopes, tags and the rest', async () => {
    await inspector.getByText('Trust any certificate of the backend').click()
    await expect(inspector.getByText(/can read and change what goes by/)).toBeVisible()
    await inspector.getByText('Advanced', { exact: true }).click()
    await expect(inspector.getByLabel('As JSON')).toHaveValue(/"insecureSkipVerification": true/)
    await designer.selectNode('listSeats')
    await designer.write('Tags', 'seats, public')
  })

  await test.step('all of it is in the definition', async () => {
    await designer.expectSaved()
    const exported = await rest<{ paths: Record<string, Record<string, object>> }>(
      'GET',
      '/api/v1/apis/mapped/export?format=oas31&from=draft&as=json',
    )
    expect(exported.paths['/seats']?.['get']).toMatchObject({
      tags: ['seats', 'public'],
      'x-amazon-apigateway-integration': {
        requestParameters: { 'integration.request.querystring.x-tenant': "'acme'" },
        tlsConfig: { insecureSkipVerification: true },
      },
    })
  })
})

test("the values of a function's environment are entered, and never read back", async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=secretive&mode=overwrite', rides('Secretive'))
  await rest('PUT', '/api/v1/apis/secretive/functions/hello', {
    code: 'exports.handler = async () => ({ statusCode: 200, body: process.env.TOKEN })\n',
  })
  const designer = new DesignerPage(page, 'secretive')
  await designer.open()
  await designer.select('hello', 'hello')
  await designer.inspector.getByRole('button', { name: 'Add variable' }).click()
  await designer.write('Name of the variable VARIABLE', 'API_KEY')
  await designer.write('Value of API_KEY', 'hunter2')
  await designer.expectSaved()

  await page.reload()
  await designer.select('hello', 'hello')
  await expect(designer.field('Value of API_KEY')).toHaveValue('')
  await expect(designer.field('Value of API_KEY')).toHaveAttribute('placeholder', /^kept/)
  await designer.write('Name of the variable API_KEY', 'TOKEN')
  await expect(designer.field('Value of TOKEN')).toHaveAttribute('placeholder', /^kept/)
  await accessible(page, 'the environment of a function')
  await designer.expectSaved()
})

test('the fields of a model are a list that is read and edited by keyboard, and the rest of its schema stays as it was', async ({
  page,
  rest,
  accessible,
}) => {
  const order = {
    description: 'An order',
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', format: 'uuid', description: 'Never comes twice' },
      buyer: { $ref: '#/components/schemas/Person' },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string', maxLength: 9 } } },
      },
    },
    additionalProperties: false,
  }
  const both = { allOf: [{ $ref: '#/components/schemas/Order' }, { $ref: '#/components/schemas/Person' }] }
  await rest('POST', '/api/v1/apis?slug=fielded&mode=overwrite', {
    ...rides('Fielded'),
    components: {
      schemas: {
        Order: order,
        Person: { type: 'object', properties: { name: { type: 'string' } } },
        Both: both,
      },
    },
  })
  const schemaOf = async (name: string) => {
    const path = '/api/v1/apis/fielded/export?format=oas31&from=draft&as=json'
    const { components } = await rest<{ components: { schemas: Record<string, unknown> } }>('GET', path)
    return components.schemas[name]
  }
  const designer = new DesignerPage(page, 'fielded')
  await designer.open()
  await designer.select('model Order', 'Order')
  const fields = designer.inspector.getByRole('list', { name: 'Fields', exact: true })
  const named = (name: string) => designer.field(`Name of the field ${name}`)

  await test.step('each says its type, whether it is required, and what is written of it', async () => {
    await expect(fields.getByRole('listitem').first()).toContainText('Never comes twice')
    await expect(designer.field('Required: id')).toBeChecked()
    await expect(designer.field('Required: buyer')).not.toBeChecked()
    const inner = fields.getByRole('list', { name: 'Fields of lines' })
    await expect(inner.getByRole('textbox', { name: 'Name of the field sku' })).toHaveValue('sku')
    await accessible(page, 'the fields of a model')
  })

  await test.step('one is added, named, typed and required', async () => {
    await designer.inspector.getByRole('button', { name: 'Add a field', exact: true }).press('Enter')
    await expect(named('field')).toBeFocused()
    await page.keyboard.type('note')
    await page.keyboard.press('Enter')
    await expect(named('note')).toBeFocused()
    await designer.inspector.getByRole('button', { name: /Type of note$/ }).press('Enter')
    await page.getByRole('option', { name: 'integer' }).press('Enter')
    await designer.field('Required: note').press('Space')
    await designer.expectSaved()
    expect(await schemaOf('Order')).toEqual({
      ...order,
      required: ['id', 'note'],
      properties: { ...order.properties, note: { type: 'integer' } },
    })
  })

  await test.step('one in a list of objects is renamed; a name that is taken is not', async () => {
    await named('sku').fill('article')
    await named('sku').press('Enter')
    await expect(named('article')).toBeVisible()
    await named('buyer').fill('id')
    await named('buyer').press('Enter')
    await expect(designer.inspector.getByText('There is one with this name.')).toBeVisible()
    await named('buyer').press('Escape')
    await designer.expectSaved()
    expect(await schemaOf('Order')).toMatchObject({
      properties: { lines: { items: { properties: { article: { type: 'string', maxLength: 9 } } } } },
    })
  })

  await test.step('one is removed, the keyboard stays in the list, and each was one step to undo', async () => {
    await designer.inspector.getByRole('button', { name: 'Remove note' }).press('Enter')
    await expect(named('note')).toHaveCount(0)
    await expect(designer.inspector.getByRole('button', { name: 'Add a field', exact: true })).toBeFocused()
    await designer.undo()
    await expect(named('note')).toBeVisible()
    await designer.undo()
    await expect(named('sku')).toBeVisible()
  })

  await test.step('a reference leads to its model, and what is no object says what it is', async () => {
    await fields.getByRole('button', { name: 'Model Person' }).press('Enter')
    await expect(designer.field('Name')).toHaveValue('Person')
    await designer.select('model Both', 'Both')
    await expect(designer.inspector).toContainText(
      'It is all of Order, Person, no object with fields of its own',
    )
    await accessible(page, 'a model that is no object')
  })
})

test('the targets of an upstream are added, weighed and taken out in its form', async ({
  page,
  rest,
  accessible,
}) => {
  await rest(
    'POST',
    '/api/v1/apis?slug=shared-out&mode=overwrite&upstream=https://shop.example',
    rides('Shared'),
  )
  const designer = new DesignerPage(page, 'shared-out')
  await designer.open()
  await designer.select('shop.example', 'shop')
  await designer.inspector.getByRole('button', { name: 'Add target' }).click()
  await designer.field('Address of target 1').fill('http://10.0.0.7:8080')
  await designer.inspector.getByRole('button', { name: 'Add target' }).click()
  await designer.field('Address of target 2').fill('http://10.0.0.8:8080')
  await designer.field('Weight of target 2').fill('3')
  await designer.inspector.getByRole('checkbox', { name: 'Leave out targets that fail' }).press('Space')
  await designer.field('Answers after which another is tried').fill('502, 503')
  await designer.field('Answers after which another is tried').press('Enter')
  await designer.inspector.getByRole('checkbox', { name: 'Also by the share' }).press('Space')
  await designer.inspector.getByRole('checkbox', { name: 'Check the health of targets' }).press('Space')
  await designer.field('Path of the check').fill('/ready')
  await designer.field('Every, ms').fill('5000')
  await designer.field('Slow start of new and returning targets, ms').fill('30000')
  await accessible(page, 'the targets of an upstream')

  await test.step('they are there after a reload, and one is taken out', async () => {
    await designer.expectSaved()
    await page.reload()
    await designer.select('shop.example', 'shop')
    await expect(designer.field('Address of target 2')).toHaveValue('http://10.0.0.8:8080')
    await expect(designer.field('Weight of target 2')).toHaveValue('3')
    await expect(designer.field('Answers after which another is tried')).toHaveValue('502, 503')
    await expect(designer.field('Failures in a row')).toHaveValue('5')
    await expect(designer.field('Least calls')).toHaveValue('20')
    await expect(designer.field('Path of the check')).toHaveValue('/ready')
    await expect(designer.field('Every, ms')).toHaveValue('5000')
    await expect(designer.field('Slow start of new and returning targets, ms')).toHaveValue('30000')
    const seen = designer.inspector.getByRole('list', { name: 'Targets of preview' })
    await expect(seen.getByRole('list', { name: 'http://10.0.0.8:8080 by node' })).toContainText('healthy')
    await accessible(page, 'the targets of an upstream and how they are')
    await designer.inspector.getByRole('button', { name: 'Remove target 1' }).click()
    await expect(designer.field('Address of target 1')).toHaveValue('http://10.0.0.8:8080')
  })
})

test('the TLS of an upstream is written in its form, and what can not be right is said', async ({
  page,
  rest,
  accessible,
}) => {
  await rest(
    'POST',
    '/api/v1/apis?slug=secured&mode=overwrite&upstream=https://shop.example',
    rides('Secured'),
  )
  const designer = new DesignerPage(page, 'secured')
  await designer.open()
  await designer.select('shop.example', 'shop')
  await designer.field('Name on its certificate').fill('shop.internal')
  await designer.field('Issuers of its certificate').fill('not a certificate')
  await designer.field('Client certificate').fill('shop-client')
  await expect(designer.inspector).toContainText('has certificates of its issuers that are not in PEM')
  await designer.field('Issuers of its certificate').fill(loopbackCertificate.cert)
  await expect(designer.inspector).not.toContainText('not in PEM')
  await accessible(page, 'the TLS of an upstream')
  await designer.expectSaved()
  await page.reload()
  await designer.select('shop.example', 'shop')
  await expect(designer.field('Name on its certificate')).toHaveValue('shop.internal')
  await expect(designer.field('Client certificate')).toHaveValue('shop-client')
})
