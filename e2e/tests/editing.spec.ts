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

test('nodes are aligned, tidied, boxed, snapped and given back to the layout, by mouse and by keyboard', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=arranged&mode=overwrite', described('Arranged', 4))
  const designer = new DesignerPage(page, 'arranged')
  await designer.open()
  const before = await designer.box('/things-2')
  // Three steps of eight, less what rounding takes.
  const moved = (await designer.zoom()) * 0.2

  await test.step('Alt and an arrow move, and it is saved and undone as a drag is', async () => {
    await designer.selectNode('/things-2')
    await designer.canvas.focus()
    for (let times = 0; times < 3; times++) await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await designer.box('/things-2')).y).toBeGreaterThan(before.y + moved)
    await designer.undo()
    await expect.poll(async () => (await designer.box('/things-2')).y).toBe(before.y)
    await designer.redo()
    await expect.poll(async () => (await designer.box('/things-2')).y).toBeGreaterThan(before.y + moved)
  })

  await test.step('aligned in one step, which one undo takes back', async () => {
    await designer.selectNode('/things-1')
    await designer.extendSelection('listThings3')
    await designer.arrange('Align left')
    await expect
      .poll(async () => (await designer.box('listThings3')).x)
      .toBeCloseTo((await designer.box('/things-1')).x, 0)
    await designer.canvas.focus()
    await designer.undo()
    await expect
      .poll(async () => (await designer.box('listThings3')).x)
      .toBeGreaterThan((await designer.box('/things-1')).x + 50)
  })

  await test.step('a box selects what it touches; Shift and T tidy it', async () => {
    await designer.clearSelection()
    await designer.boxSelect('listThings1', 'listThings4')
    await expect(designer.inspector.getByRole('list', { name: 'Selected' })).toHaveText('4 methods')
    await designer.canvas.focus()
    await page.keyboard.press('Shift+T')
    await expect
      .poll(async () => {
        const tops = await Promise.all(
          [1, 2, 3, 4].map(async (at) => (await designer.box(`listThings${at}`)).y),
        )
        const gaps = tops
          .toSorted((one, other) => one - other)
          .flatMap((top, at, all) => (at > 0 ? [top - all[at - 1]!] : []))
        return Math.max(...gaps) - Math.min(...gaps)
      })
      .toBeLessThan(1.5)
  })

  await test.step('one of what was boxed is clicked, extended and opened as ever, and drags all of it', async () => {
    const selected = designer.inspector.getByRole('list', { name: 'Selected' })
    const heading = designer.inspector.getByRole('heading', { level: 2 })
    await designer.boxSelect('listThings1', 'listThings4')
    await designer.selectNode('listThings2')
    await expect(heading).toHaveText('listThings2')
    await designer.boxSelect('listThings1', 'listThings4')
    await designer.extendSelection('listThings2')
    await expect(selected).toHaveText('3 methods')
    await designer.boxSelect('listThings1', 'listThings4')
    await expect(selected).toHaveText('4 methods')
    const [first, last] = [await designer.box('listThings1'), await designer.box('listThings4')]
    await page.mouse.move(last.x + 60, last.y + 6)
    await page.mouse.down()
    await page.mouse.move(last.x + 60, last.y + 66, { steps: 6 })
    await page.mouse.up()
    await expect.poll(async () => (await designer.box('listThings1')).y).toBeGreaterThan(first.y + 30)
    await expect(selected).toHaveText('4 methods')
    await designer.canvas.focus()
    await designer.undo()
    await expect.poll(async () => (await designer.box('listThings1')).y).toBeLessThan(first.y + 5)
    await designer.node('listThings3').dblclick({ position: { x: 100, y: 4 } })
    await expect(heading).toHaveText('listThings3')
  })

  await test.step('all that follows, all that leads here, all', async () => {
    const selected = designer.inspector.getByRole('list', { name: 'Selected' })
    await designer.selectNode('/things-1')
    await designer.canvas.focus()
    await page.keyboard.press('Shift+Alt+ArrowRight')
    await expect(selected).toContainText('1 integration')
    await page.keyboard.press('Escape')
    await designer.selectNode('listThings1')
    await designer.canvas.focus()
    await page.keyboard.press('Shift+Alt+ArrowLeft')
    await expect(selected).toContainText('1 API')
    await designer.selectAll()
    await expect(selected).toContainText('4 methods')
  })

  await test.step('what is dragged stands in line with what is near, unless Alt is held', async () => {
    await designer.clearSelection()
    const node = await designer.box('/things-4')
    const drag = async (dx: number, dy: number) => {
      const at = await designer.box('/things-4')
      await page.mouse.move(at.x + 20, at.y + 20)
      await page.mouse.down()
      await page.mouse.move(at.x + 20 + dx, at.y + 20 + dy, { steps: 6 })
    }
    await drag(4, 70)
    await expect(page.getByTestId('guide').first()).toBeVisible()
    await page.mouse.up()
    await expect(page.getByTestId('guide')).toHaveCount(0)
    await expect.poll(async () => (await designer.box('/things-4')).x).toBeCloseTo(node.x, 0)
    // Beside what stays: opening the form may have moved the picture.
    const ahead = async () => (await designer.box('/things-4')).x - (await designer.box('/things-3')).x
    const before = await ahead()
    await page.keyboard.down('Alt')
    await drag(41, 0)
    await page.mouse.up()
    await page.keyboard.up('Alt')
    await expect.poll(ahead).toBeGreaterThan(before + 20)
  })

  await test.step('the menu of the canvas gives everything back to the layout', async () => {
    await designer.clearSelection()
    const canvas = (await designer.canvas.boundingBox())!
    await page.mouse.click(canvas.x + 60, canvas.y + canvas.height - 120, { button: 'right' })
    await designer.canvasMenuItem('Reset positions').click()
    await designer.fit()
    await expect
      .poll(async () => (await designer.box('/things-4')).y - (await designer.box('/things-3')).y)
      .toBeLessThan(100)
  })
})

test('names are edited where they stand: on the card, on the line of the outline', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=renamed&mode=overwrite', described('Renamed', 2))
  const designer = new DesignerPage(page, 'renamed')
  await designer.open()
  const onCard = designer.nameField('Path part')

  await test.step('F2, type, Enter', async () => {
    await designer.selectNode('/things-1')
    await designer.canvas.focus()
    await page.keyboard.press('F2')
    await expect(onCard).toBeFocused()
    await page.keyboard.type('orders')
    await page.keyboard.press('Enter')
    await expect(designer.node('/orders')).toBeVisible()
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('what can not be taken stays, with the reason; Escape leaves it as it was', async () => {
    await page.keyboard.press('F2')
    await page.keyboard.type('things-2')
    await page.keyboard.press('Enter')
    await expect(designer.canvas.getByText('There is one with this name here.')).toBeVisible()
    await expect(onCard).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(onCard).toHaveCount(0)
    await expect(designer.node('/orders')).toBeVisible()
  })

  await test.step('a double click on the title', async () => {
    await designer.node('listThings2').locator('.node-title').dblclick()
    await designer.nameField('Operation id').fill('listOrders')
    await designer.nameField('Operation id').press('Enter')
    await expect(designer.node('listOrders')).toBeVisible()
  })

  await test.step('in the outline', async () => {
    await designer.line('/orders 1').click()
    await page.keyboard.press('F2')
    const onLine = designer.nameField('Path part', designer.outline)
    await expect(onLine).toBeFocused()
    await onLine.fill('rides')
    await onLine.press('Enter')
    await expect(designer.line('/rides 1')).toBeVisible()
    await expect(designer.outline.getByRole('tree')).toBeFocused()
  })
})

test('undo in a field is the field’s own first, then the document’s', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=undoing&mode=overwrite', described('Undoing', 2))
  const designer = new DesignerPage(page, 'undoing')
  await designer.open()
  await designer.selectNode('listThings1')
  await designer.field('Summary').fill('All things')
  await designer.field('Description').click()
  await designer.field('Description').pressSequentially('Paged')

  await test.step('what is written as it is typed goes as one, field by field', async () => {
    await designer.undo()
    await expect(designer.field('Description')).toHaveValue('')
    await expect(designer.field('Summary')).toHaveValue('All things')
    await designer.redo()
    await expect(designer.field('Description')).toHaveValue('Paged')
    await designer.undo()
    await designer.undo()
    await expect(designer.field('Summary')).toHaveValue('')
    await expect(designer.field('Description')).toBeFocused()
    await designer.redo()
    await expect(designer.field('Summary')).toHaveValue('All things')
  })

  await test.step('what is not taken yet is the field’s own, and no step of the document', async () => {
    await designer.field('Operation id').click()
    await page.keyboard.press('End')
    await page.keyboard.press('X')
    await expect(designer.field('Operation id')).toHaveValue('listThings1X')
    await designer.undo()
    await expect(designer.field('Operation id')).toHaveValue('listThings1')
    await expect(designer.field('Summary')).toHaveValue('All things')
  })

  await test.step('then undo is the document’s, from within the same field', async () => {
    await designer.undo()
    await expect(designer.field('Summary')).toHaveValue('')
    await expect(designer.field('Operation id')).toBeFocused()
    await designer.redo()
    await expect(designer.field('Summary')).toHaveValue('All things')
  })

  await test.step('Escape gives up what is typed, a second one leaves the field', async () => {
    await page.keyboard.type('X')
    await page.keyboard.press('Escape')
    await expect(designer.field('Operation id')).toHaveValue('listThings1')
    await expect(designer.field('Operation id')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(designer.canvas).toBeFocused()
    await expect(designer.field('Operation id')).toHaveValue('listThings1')
  })
})

test('by keyboard alone: walk, rename, duplicate, copy, paste, delete, undo; the sheet names every key', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=keys&mode=overwrite', described('Keys', 2))
  const designer = new DesignerPage(page, 'keys')
  await designer.open()
  const { keyboard } = page
  await designer.canvas.focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(designer.inspector.getByRole('heading', { name: '/things-1' })).toBeVisible()
  await keyboard.press('F2')
  await keyboard.type('orders')
  await keyboard.press('Enter')
  await expect(designer.node('/orders')).toBeVisible()
  await keyboard.press('ControlOrMeta+d')
  await expect(designer.node('/orders-2')).toBeVisible()
  await designer.copy()
  await keyboard.press('ArrowLeft')
  await designer.paste()
  await expect(designer.line('Keys 4')).toBeVisible()
  await designer.deleteSelected()
  await expect(designer.line('Keys 3')).toBeVisible()
  await designer.undo()
  await expect(designer.line('Keys 4')).toBeVisible()

  await keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const name of ['Copy selection', 'Paste', 'Rename selection', 'Tidy selection', 'Select with a box'])
    await expect(sheet.getByText(name, { exact: true })).toBeVisible()
})

test('an edge has a menu: what it joins, and the way to delete it', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=edges&mode=overwrite', described('Edges', 2))
  const designer = new DesignerPage(page, 'edges')
  await designer.open()
  await designer.fit()
  const method = await designer.box('listThings1')
  await page.mouse.click(method.x + method.width + 8, method.y + method.height / 2, { button: 'right' })
  await designer.canvasMenuItem('Delete connection', 'Edge').click()
  await designer.selectNode('listThings1')
  await expect(designer.integration).toContainText('Nothing yet')
  await designer.canvas.focus()
  await designer.undo()
  await expect(designer.integration).toContainText('Mock from examples')
})
