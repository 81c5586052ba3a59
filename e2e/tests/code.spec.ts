import { expect, test } from '../fixtures.ts'
import { CodePage } from '../pages/code-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'

const rides = `openapi: 3.1.0
info:
  title: Rides
  version: '1'
paths:
  /rides:
    get:
      summary: Lists rides
      operationId: listRides
      responses:
        '200':
          description: All rides
    post:
      operationId: bookRide
      responses:
        '201':
          description: Booked
`

test('code beside the canvas: an edit of either is the smallest edit of the other', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=code&mode=overwrite', rides)
  const designer = new DesignerPage(page, 'code')
  const code = new CodePage(page)
  await page.setViewportSize({ width: 1600, height: 900 })
  await designer.open()
  await code.open()
  await expect(designer.node('listRides')).toBeVisible()

  await test.step('what is typed is on the graph after a pause', async () => {
    await code.replaceEnd('operationId: bookRide', 'bookRide', 'orderRide')
    await expect(designer.node('orderRide')).toBeVisible()
    await expect(designer.node('bookRide')).toBeHidden()
    await code.expectInStep()
  })

  await test.step('a comment stays when the operation below it is edited on the graph', async () => {
    await code.typeBehind('operationId: listRides', '  # the one that everybody calls')
    await code.expectInStep()
    await designer.selectNode('listRides')
    await designer.field('Summary').fill('Lists all rides')
    await expect(code.line('summary: Lists all rides')).toBeVisible()
    await expect
      .poll(async () => (await code.lines()).slice(5, 10))
      .toEqual([
        '  /rides:',
        '    get:',
        '      summary: Lists all rides',
        '      operationId: listRides  # the one that everybody calls',
        '      responses:',
      ])
  })

  await test.step('what is selected on the graph is marked, and what the cursor is in is selected', async () => {
    await designer.selectNode('orderRide')
    await expect(code.highlighted).toHaveCount(5)
    await code.line('operationId: listRides').click()
    await expect(designer.field('Operation id')).toHaveValue('listRides')
    await expect(designer.line('GET listRides')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('undo in the text undoes it on the graph, and the other way round', async () => {
    await code.replaceEnd('operationId: orderRide', 'orderRide', 'takeRide')
    await expect(designer.node('takeRide')).toBeVisible()
    await code.undo()
    await expect(designer.node('orderRide')).toBeVisible()
    await expect(code.line('operationId: orderRide')).toBeVisible()
    await page.getByRole('button', { name: 'Redo edit the text' }).click()
    await expect(code.line('operationId: takeRide')).toBeVisible()
    await page.getByRole('button', { name: 'Undo edit the text' }).click()
    await expect(code.line('operationId: orderRide')).toBeVisible()
  })

  await test.step('a text that is not valid keeps the last graph, marks the line and says so', async () => {
    await code.typeBehind('operationId: orderRide', '\n"broken')
    await expect(code.status).toContainText(/Line \d+: The YAML is broken/)
    await expect(code.status).toContainText('The graph shows the last text that was valid.')
    await expect(code.pane.locator('.squiggly-error')).not.toHaveCount(0)
    await expect(designer.node('orderRide')).toBeVisible()
    await accessible(page, 'the code with an error')
    await code.undo()
    await code.expectInStep()
  })

  await test.step('the keyboard opens, leaves and closes it', async () => {
    await page.keyboard.press('Escape')
    await expect(designer.canvas).toBeFocused()
    await page.keyboard.press('ControlOrMeta+j')
    await expect(code.pane).toBeHidden()
    await page.keyboard.press('ControlOrMeta+j')
    await code.expectInStep()
    await expect(code.text).toBeFocused()
    await expect(code.line('# the one that everybody calls')).toBeVisible()
    await page.keyboard.press('F6')
    await expect(designer.canvas).toBeFocused()
    await accessible(page, 'the code beside the canvas')
  })

  await test.step('it is an OpenAPI document in JSON as well', async () => {
    await code.pane.getByRole('radio', { name: 'JSON' }).click()
    await expect(code.line('"operationId": "listRides"')).toBeVisible()
    await code.replaceEnd('"operationId": "orderRide"', 'orderRide",', 'jsonRide",')
    await expect(designer.node('jsonRide')).toBeVisible()
  })
})

test('what somebody else edits appears in the text and leaves the cursor where it is', async ({
  page,
  rest,
  browser,
  session,
  baseURL,
}) => {
  await rest('POST', '/api/v1/apis?slug=beside&mode=overwrite', rides)
  const code = new CodePage(page)
  const mine = new DesignerPage(page, 'beside')
  await mine.open()
  await code.open()
  await code.line('operationId: bookRide').click()
  await page.keyboard.press('End')

  const context = await browser.newContext({ storageState: session, baseURL: baseURL! })
  const theirs = new DesignerPage(await context.newPage(), 'beside')
  await theirs.open()
  await theirs.selectNode('listRides')
  await theirs.field('Description').fill('One\nTwo')

  await expect(code.line('description: |-')).toBeVisible()
  await page.keyboard.type('Now')
  await expect(mine.node('bookRideNow')).toBeVisible()
  await expect(theirs.node('bookRideNow')).toBeVisible()
  await context.close()
})

test('what people write in the text stays with the API: for others, after a reload, and in exports', async ({
  page,
  rest,
  penstock,
  browser,
  session,
  baseURL,
}) => {
  const slug = 'written'
  await rest(
    'POST',
    `/api/v1/apis?slug=${slug}&mode=overwrite`,
    rides.replace('paths:\n', '# What the app calls.\npaths:\n'),
  )
  await rest('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  const code = new CodePage(page)
  const mine = new DesignerPage(page, slug)
  const strip = new StageStrip(page)
  await page.setViewportSize({ width: 1600, height: 900 })
  await mine.open()

  await test.step('comments of an imported description are there, and typing more stages nothing', async () => {
    await code.open()
    await expect(code.line('# What the app calls.')).toBeVisible()
    await code.typeBehind('operationId: listRides', ' # the one that everybody calls')
    await code.expectInStep()
    await strip.expectStaged('prod', 0)
  })

  const context = await browser.newContext({ storageState: session, baseURL: baseURL! })
  const theirPage = await context.newPage()
  const [theirs, theirCode] = [new DesignerPage(theirPage, slug), new CodePage(theirPage)]
  await test.step('somebody else sees them as they are written, and writes where one writes oneself', async () => {
    await theirPage.setViewportSize({ width: 1600, height: 900 })
    await theirs.open()
    await theirCode.open()
    await expect(theirCode.line('# the one that everybody calls')).toBeVisible()
    await theirCode.typeBehind('summary: Lists rides', ' # theirs')
    await expect(code.line('# theirs')).toBeVisible()
    await code.typeBehind('operationId: bookRide', ' # mine')
    await expect(theirCode.line('# mine')).toBeVisible()
    await expect(theirCode.line('# theirs')).toBeVisible()
  })

  await test.step('what is edited on the graph without the text open leaves them', async () => {
    await theirPage.goto('about:blank')
    await page.reload()
    await mine.selectNode('listRides')
    await mine.field('Summary').fill('Lists all rides')
    await strip.expectStaged('prod', 1)
    await code.open()
    await expect(code.line('summary: Lists all rides # theirs')).toBeVisible()
    await expect(code.line('# the one that everybody calls')).toBeVisible()
    await expect(code.line('# What the app calls.')).toBeVisible()
  })

  await test.step('an export of the draft in YAML has them, one of the stage has not', async () => {
    const exported = async (from: string) => {
      const url = `${penstock.url}/api/v1/apis/${slug}/export?format=oas31&extensions=none&as=yaml&from=${from}`
      return (await fetch(url, { headers: { authorization: `Bearer ${penstock.token}` } })).text()
    }
    const draft = await exported('draft')
    expect(draft).toContain('# What the app calls.\npaths:\n  /rides:\n')
    expect(draft).toContain('      summary: Lists all rides # theirs\n')
    expect(await exported('prod')).not.toContain('#')
  })

  await test.step('an API opens in what it was imported in, and in what somebody chose after that', async () => {
    await rest('POST', '/api/v1/apis?slug=braces&mode=overwrite', {
      openapi: '3.1.0',
      info: { title: 'Braces', version: '1' },
      paths: { '/b': { get: { responses: {} } }, '/a': { get: { responses: {} } } },
    })
    const braces = new DesignerPage(page, 'braces')
    await braces.open()
    await code.open()
    await expect(code.pane.getByRole('radio', { name: 'JSON' })).toBeChecked()
    const lines = (await code.lines()).join('\n')
    expect(lines.indexOf('"/b"')).toBeLessThan(lines.indexOf('"/a"'))
    expect(lines).toContain('"/b"')
    await code.pane.getByRole('radio', { name: 'YAML' }).click()
    await code.expectInStep()
    await page.reload()
    await code.open()
    await expect(code.pane.getByRole('radio', { name: 'YAML' })).toBeChecked()
    await expect(code.line('openapi: 3.1.0')).toBeVisible()
  })
  await context.close()
})

test('mapping templates offer what there is and say what is wrong, at its line', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=mapped&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Mapped', version: '1' },
    paths: {
      '/orders': {
        post: {
          operationId: 'order',
          responses: { 200: { description: 'ok' } },
          'x-amazon-apigateway-integration': {
            type: 'http',
            httpMethod: 'POST',
            uri: 'http://127.0.0.1:1/orders',
            requestTemplates: { 'application/json': '{\n  "id": 1\n}' },
          },
        },
      },
    },
    components: { schemas: { Order: { type: 'object' } } },
  })
  const designer = new DesignerPage(page, 'mapped')
  await designer.open()
  const offered = page.getByRole('listbox', { name: 'Suggest' })

  await test.step('a template', async () => {
    await designer.selectNode('http://127.0.0.1:1/orders')
    const template = designer.inspector.getByRole('group', { name: 'Request template for application/json' })
    await template.locator('.view-line').filter({ hasText: '"id": 1' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(', "who": "$context.id')
    await expect(offered.getByRole('option', { name: /^identity/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type('.sourceIp", "all": $input.js')
    await expect(offered.getByRole('option', { name: /^json/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(template.locator('.view-line').filter({ hasText: "$input.json('$')" })).toBeVisible()
    await page.keyboard.press('End')
    await page.keyboard.type(' $util.shout($input.body)')
    await expect(template.getByText(/^Line 2: There is no \$util\.shout/)).toBeVisible()
    await expect(template.locator('.squiggly-warning')).not.toHaveCount(0)
    await accessible(page, 'a mapping template')
  })

  await test.step('a schema is held to what its version of OpenAPI has', async () => {
    await designer.line('Models 1').click()
    await designer.line('Models 1').press('ArrowRight')
    await designer.line('Order').click()
    const schema = designer.inspector.getByRole('group', { name: 'JSON Schema' })
    await schema.locator('.view-line').filter({ hasText: '"type": "object"' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(',\n"minLength": "two"')
    await expect(schema.locator('.squiggly-warning, .squiggly-error')).not.toHaveCount(0)
  })
})

test('a function knows the event that its integration sends', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=handled&mode=overwrite', rides)
  const designer = new DesignerPage(page, 'handled')
  await designer.open()
  await designer.selectNode('bookRide')
  await designer.runCommand('Add function')
  const line = designer.codeLine('event.path })')
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.type('\nconst wrong = event.pth')
  await expect(designer.inspector.locator('.squiggly-error')).not.toHaveCount(0)
})
