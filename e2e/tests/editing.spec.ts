import { DesignerPage } from '../pages/designer-page.ts'
import { expect, test } from '../fixtures.ts'

const described = (title: string, count: number) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `/things-${at + 1}`,
      {
        get: {
          operationId: `listThings${at + 1}`,
          responses: {
            200: {
              description: 'OK',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
          },
        },
      },
    ]),
  ),
  components: { schemas: { Thing: { type: 'object', properties: { name: { type: 'string' } } } } },
})

const bare = (title: string) => ({ openapi: '3.1.0', info: { title, version: '1' }, paths: {} })

test('ten paths with their methods are copied from one API into another: twenty nodes, one undo', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=from&mode=overwrite', described('From', 10))
  await rest('POST', '/api/v1/apis?slug=onto&mode=overwrite', bare('Onto'))
  const from = new DesignerPage(page, 'from')
  await from.open()
  await from.canvas.focus()
  await from.selectAll()
  await from.copy()

  const onto = new DesignerPage(page, 'onto')
  await onto.open()
  await onto.canvas.focus()
  await onto.paste()
  await expect(onto.line('Onto 10')).toBeVisible()
  await expect(onto.node('/things-7')).toBeVisible()
  await expect(onto.node('listThings7')).toBeVisible()
  await expect(onto.line('Models 1')).toBeVisible()
  await onto.expectSaved()

  await test.step('one undo takes all of it back, also after it was saved', async () => {
    await onto.undo()
    await expect(onto.emptyCard).toBeVisible()
    await expect(onto.line('Models')).toBeVisible()
    await onto.redo()
    await expect(onto.line('Onto 10')).toBeVisible()
  })

  await test.step('pasted once more, names are made free and what is equal is used', async () => {
    await onto.clearSelection()
    await onto.paste()
    await expect(onto.line('Onto 20')).toBeVisible()
    await onto.fit()
    await expect(onto.node('/things-7-2')).toBeVisible()
    await expect(onto.line('Models 1')).toBeVisible()
  })
})

test('cut and paste move a method to another path; what the clipboard should not hold is said', async ({
  page,
  rest,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await rest('POST', '/api/v1/apis?slug=moved&mode=overwrite', described('Moved', 2))
  const designer = new DesignerPage(page, 'moved')
  await designer.open()
  await designer.selectNode('listThings1')
  await designer.canvas.focus()
  await designer.cut()
  await expect(designer.node('listThings1')).toHaveCount(0)
  await designer.selectNode('/things-2')
  await designer.canvas.focus()
  await designer.paste()
  await expect(designer.node('listThings1')).toBeVisible()
  await expect(designer.inspector.getByText('/things-2', { exact: true })).toBeVisible()
  await expect(designer.inspector.getByRole('button', { name: /Verb$/ })).toContainText('POST')

  await test.step('from the menu of a node', async () => {
    await designer.node('/things-1').click({ button: 'right' })
    await designer.menuItem('Copy').click()
    await designer.selectNode('/things-2')
    await designer.node('/things-2').click({ button: 'right' })
    await designer.menuItem('Paste').click()
    await expect(designer.node('/things-1')).toHaveCount(2)
  })

  await test.step('what is no part of an API', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('select * from orders'))
    await designer.canvas.focus()
    await designer.paste()
    await expect(page.getByText('The clipboard holds no part of an API.')).toBeVisible()
  })
})

test('many methods are edited at once: what they share, Mixed where they differ, one undo for all', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=many&mode=overwrite', {
    ...described('Many', 3),
    components: { securitySchemes: { tokens: { type: 'http', scheme: 'bearer' } } },
  })
  const designer = new DesignerPage(page, 'many')
  await designer.open()
  await designer.selectNode('listThings1')
  await designer.field('Summary').fill('The first')
  await designer.node('listThings2').click({ modifiers: ['Shift'] })
  await designer.node('listThings3').click({ modifiers: ['Shift'] })
  const { inspector } = designer
  await expect(inspector.getByRole('list', { name: 'Selected' })).toHaveText('3 methods')
  await expect(designer.field('Summary')).toHaveAttribute('placeholder', 'Mixed')
  await accessible(page, 'three selected methods')

  await test.step('a choice, a flag and a text are written to all', async () => {
    await inspector.getByRole('button', { name: /Authorizer$/ }).click()
    await page.getByRole('option', { name: /^tokens/ }).click()
    await inspector.getByText('Deprecated').click()
    await designer.field('Summary').fill('One of three')
    await designer.field('Summary').press('Enter')
    for (const name of ['listThings1', 'listThings3']) {
      await designer.selectNode(name)
      await expect(designer.field('Summary')).toHaveValue('One of three')
      await expect(inspector.getByRole('checkbox', { name: 'Deprecated' })).toBeChecked()
      await expect(inspector.getByRole('button', { name: /Authorizer$/ })).toContainText('tokens')
    }
  })

  await test.step('each was one undo', async () => {
    await designer.canvas.focus()
    await designer.undo()
    await designer.selectNode('listThings1')
    await expect(designer.field('Summary')).toHaveValue('The first')
    await designer.selectNode('listThings2')
    await expect(designer.field('Summary')).toHaveValue('')
    await expect(inspector.getByRole('checkbox', { name: 'Deprecated' })).toBeChecked()
  })

  await test.step('of different kinds: how many of each, and what can be done with all', async () => {
    await designer.node('/things-1').click({ modifiers: ['Shift'] })
    await expect(inspector.getByRole('list', { name: 'Selected' })).toHaveText(/1 method\s*1 resource/)
    await expect(inspector.getByRole('button', { name: 'Duplicate' })).toBeEnabled()
    await inspector.getByRole('button', { name: 'Delete 2 nodes' }).click()
    await expect(designer.node('/things-1')).toHaveCount(0)
  })
})
