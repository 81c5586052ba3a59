import { DesignerPage } from '../pages/designer-page.ts'
import { ProblemsPanel } from '../pages/problems-panel.ts'
import { expect, test } from '../fixtures.ts'

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const body = { content: { 'application/json': { schema: { type: 'object' } } } }
const rides = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: {
    '/rides': {
      get: { operationId: 'listRides', summary: 'Rides', responses: { 200: { description: 'All rides' } } },
    },
    '/rides/{id}': {
      get: {
        operationId: 'getRide',
        summary: 'A ride',
        parameters: [id],
        requestBody: body,
        responses: { 200: { description: 'A ride' } },
      },
      head: {
        operationId: 'hasRide',
        summary: 'Whether there is one',
        parameters: [id],
        requestBody: body,
        responses: { 404: { description: 'There is none' } },
      },
    },
  },
})

test('problems are marked where they are, rolled up where they are hidden, and lead to their field', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=doubtful&mode=overwrite', rides('Doubtful'))
  const designer = new DesignerPage(page, 'doubtful')
  const problems = new ProblemsPanel(page)
  await designer.open()

  await test.step('a tidy method has no mark, a doubtful one its own', async () => {
    await expect(problems.badge(designer.node('getRide'), '1 warning')).toBeVisible()
    await expect(problems.badge(designer.node('hasRide'), '2 warnings')).toBeVisible()
    await expect(designer.node('listRides').getByRole('img', { name: /warning/ })).toHaveCount(0)
  })

  await test.step('what is closed answers for all that it holds, on the canvas and in the outline', async () => {
    await designer.node('/rides').click()
    await page.keyboard.press('Space')
    await expect(designer.node('getRide')).toBeHidden()
    await expect(problems.badge(designer.node('/rides'), 'Holds 3 warnings')).toBeVisible()
    await page.keyboard.press('Space')
    await expect(problems.badge(designer.node('getRide'), '1 warning')).toBeVisible()
    await expect(designer.line('/rides 3')).toHaveAccessibleDescription('Holds 3 warnings')
  })

  await test.step('the list counts them by how bad they are and what found them', async () => {
    await problems.open(/^3 problems/)
    await expect(problems.lines).toHaveCount(3)
    await problems.search('documents only errors')
    await expect(problems.lines).toHaveCount(1)
    await problems.showAll()
    await accessible(page, 'the list of problems')
  })

  await test.step('a click selects the node and puts the focus into the field', async () => {
    await problems.goTo(/documents only errors/)
    await expect(designer.inspector.getByRole('heading', { level: 2 })).toHaveText('hasRide')
    await expect(designer.inspector.getByRole('textbox', { name: 'Status 404' })).toBeFocused()
  })

  await test.step('F8 goes to the next one, Shift+F8 back', async () => {
    await page.keyboard.press('F8')
    await expect(designer.inspector.getByRole('heading', { level: 2 })).not.toHaveText('hasRide')
    await page.keyboard.press('Shift+F8')
    await expect(designer.inspector.getByRole('heading', { level: 2 })).toHaveText('hasRide')
  })

  await test.step('grouped by tag, a closed tag answers for its operations, and a problem leads into it', async () => {
    await page.getByRole('button', { name: 'Group by tag' }).click()
    await designer.node('Untagged').click()
    await page.keyboard.press('Space')
    await expect(designer.node('hasRide')).toBeHidden()
    await expect(problems.badge(designer.node('Untagged'), 'Holds 3 warnings')).toBeVisible()
    await designer.line('Untagged 3').click()
    await page.keyboard.press('ArrowLeft')
    await expect(designer.line('Untagged 3')).toHaveAccessibleDescription('Holds 3 warnings')
    await problems.goTo(/documents only errors/)
    await expect(problems.badge(designer.node('hasRide'), '2 warnings')).toBeVisible()
    await expect(designer.inspector.getByRole('heading', { level: 2 })).toHaveText('hasRide')
  })
})

test('what has one right answer is fixed with one press, alone or together, and one undo takes it back', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=mended&mode=overwrite', rides('Mended'))
  const designer = new DesignerPage(page, 'mended')
  const problems = new ProblemsPanel(page)
  await designer.open()
  await problems.open(/^3 problems/)

  await test.step('all alike at once', async () => {
    await problems.fixAllLike(/GET \/rides\/\{id\} takes a body/)
    await expect(problems.lines).toHaveCount(1)
    await expect(designer.node('getRide').getByRole('img', { name: /warning/ })).toHaveCount(0)
  })

  await test.step('one undo takes back both', async () => {
    await designer.undo()
    await expect(problems.lines).toHaveCount(3)
  })

  await test.step('one alone, which is saved', async () => {
    await problems.fix(/GET \/rides\/\{id\} takes a body/)
    await expect(problems.lines).toHaveCount(2)
    await designer.expectSaved()
    const exported = await rest<{ paths: Record<string, Record<string, object>> }>(
      'GET',
      '/api/v1/apis/mended/export?format=oas31&from=draft&as=json',
    )
    expect(exported.paths['/rides/{id}']?.['get']).not.toHaveProperty('requestBody')
    expect(exported.paths['/rides/{id}']?.['head']).toHaveProperty('requestBody')
  })

  await test.step('an edit by hand makes a problem and takes it away', async () => {
    await designer.selectNode('listRides')
    await designer.inspector.getByRole('textbox', { name: 'Status 200' }).fill('404')
    await page.keyboard.press('Enter')
    await expect(problems.line(/GET \/rides documents only errors/)).toBeVisible()
    await designer.undo()
    await expect(problems.line(/GET \/rides documents only errors/)).toHaveCount(0)
  })
})

test('a check counts in an API for what its people say, and an error is not deployed', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=levels&mode=overwrite', rides('Levels'))
  const designer = new DesignerPage(page, 'levels')
  const problems = new ProblemsPanel(page)
  await designer.open()
  await problems.open(/^3 problems/)

  await test.step('as an error it is marked as one, and keeps the draft from a stage', async () => {
    await problems.treatAs(/takes a body/, /^Error/)
    await expect(problems.badge(designer.node('getRide'), '1 error')).toBeVisible()
    await designer.expectSaved()
    await expect(rest('POST', '/api/v1/apis/levels/stages/prod/deployments', {})).rejects.toThrow(
      'PLAN_REFUSED',
    )
  })

  await test.step('switched off it is gone, and comes back from where it was switched', async () => {
    await problems.treatAs(/takes a body/, /^Off/)
    await expect(problems.lines).toHaveCount(1)
    await problems.setBack('body-on-get')
    await expect(problems.lines).toHaveCount(3)
    await designer.expectSaved()
    await rest('POST', '/api/v1/apis/levels/stages/prod/deployments', {})
  })
})

test('a problem of a schema leads to its line, in a model, a body, an answer and a parameter', async ({
  page,
  rest,
  accessible,
}) => {
  const fields = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field${at}`, { type: 'string' }]))
  const ofBody = { type: 'object', properties: { ...fields, colour: { enum: ['red', 'blue', 'red'] } } }
  const ofAnswer = { type: 'object', properties: { ...fields, size: { enum: ['s', 'm'], default: 'xl' } } }
  const json = (schema: object) => ({ content: { 'application/json': { schema } } })
  await rest('POST', '/api/v1/apis?slug=lines&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Lines', version: '1' },
    paths: {
      '/rides': {
        post: {
          operationId: 'bookRide',
          summary: 'Books',
          parameters: [{ name: 'code', in: 'query', schema: { type: 'string', pattern: '[a-z' } }],
          requestBody: json(ofBody),
          responses: {
            200: { description: 'Booked', ...json(ofAnswer) },
            201: { description: 'New', ...json({ $ref: '#/components/schemas/Ride' }) },
          },
        },
      },
    },
    components: {
      schemas: {
        Ride: {
          type: 'object',
          properties: { ...fields, kind: { enum: ['car', 'bike', 'car'] }, plate: { pattern: '(a' } },
          required: ['field1', 'driver'],
        },
      },
    },
  })
  const designer = new DesignerPage(page, 'lines')
  const problems = new ProblemsPanel(page)
  await designer.open()
  await problems.open(/problems$/)

  await test.step('in a model it is brought into sight and marked, and what is typed takes its place', async () => {
    await problems.goTo(/"driver" is required/)
    await expect(designer.schema).toBeFocused()
    await expect(designer.codeLine('"driver"')).toBeInViewport()
    await expect(designer.schemaMark.first()).toBeInViewport()
    await accessible(page, 'a schema with marks')
    await page.keyboard.press('Delete')
    await page.keyboard.type('"field2"')
    await expect(problems.line(/driver/)).toHaveCount(0)
  })

  await test.step('another one of the same model leads further up', async () => {
    await problems.goTo(/"\(a" is not/)
    await expect(designer.codeLine('"plate"')).toBeInViewport()
    await expect(designer.schema).toBeFocused()
    await page.keyboard.press('Delete')
    await page.keyboard.type('"pattern": "a+"')
    await expect(problems.line(/"\(a" is not/)).toHaveCount(0)
  })

  await test.step('what was typed there is saved', async () => {
    await designer.expectSaved()
    const { components } = await rest<{ components: { schemas: { Ride: Record<string, unknown> } } }>(
      'GET',
      '/api/v1/apis/lines/export?format=oas31&from=draft&as=json',
    )
    expect(components.schemas.Ride).toMatchObject({
      required: ['field1', 'field2'],
      properties: { plate: { pattern: 'a+' } },
    })
  })

  await test.step('in a body, an answer and a parameter the text that has it opens, with it selected', async () => {
    await problems.goTo(/red/)
    await expect(designer.field('Request body (OpenAPI)')).toBeFocused()
    await expect.poll(() => designer.selectedIn('Request body (OpenAPI)')).toBe('"red"')
    await problems.goTo(/xl/)
    await expect(designer.field('As JSON')).toBeFocused()
    await expect.poll(() => designer.selectedIn('As JSON')).toBe('"default": "xl"')
    await problems.goTo(/"\[a-z" is not/)
    await expect.poll(() => designer.selectedIn('As JSON')).toBe('"pattern": "[a-z"')
    await expect(designer.field('As JSON')).toBeFocused()
  })
})
