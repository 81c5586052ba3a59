import { DesignerPage } from '../pages/designer-page.ts'
import { expect, test } from '../fixtures.ts'
import { rides } from '../rides.ts'

test('an API is drawn from nothing by dragging, and a whole path is typed at once', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=drawn&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Drawn', version: '1' },
    paths: {},
  })
  const designer = new DesignerPage(page, 'drawn')
  await designer.open()
  await expect(designer.emptyCard).toBeVisible()

  await test.step('a drag from the palette, also onto the card that lies over the canvas', async () => {
    await designer.dragFromPalette('Resource', designer.emptyCard)
    await expect(designer.emptyCard).toBeHidden()
    await expect(designer.field('Path part')).toBeFocused()
  })

  await test.step('what can not be taken stays in the field, with the reason', async () => {
    await designer.field('Path part').fill('rides//{id}')
    await designer.field('Path part').press('Enter')
    await expect(designer.inspector.getByText(/nothing between two of the slashes/)).toBeVisible()
    await designer.selectNode('Drawn')
    await designer.selectNode('/new-path')
    await expect(designer.field('Path part')).toHaveValue('rides//{id}')
  })

  await test.step('a whole path makes the resources above', async () => {
    await designer.field('Path part').fill('/rides/{id}')
    await designer.field('Path part').press('Enter')
    await expect(designer.inspector.getByText('/rides/{id}', { exact: true })).toBeVisible()
    await expect(designer.node('/rides')).toBeVisible()
    await expect(designer.node('/{id}')).toContainText('no methods')
  })

  await test.step('what was made stays in sight, wherever that puts it', async () => {
    await designer.dragFromPalette('Resource', designer.node('/{id}'))
    await designer.field('Path part').fill('stats/{period}/of/{region}')
    await designer.field('Path part').press('Enter')
    await expect(designer.inspector.getByText('/rides/{id}/stats/{period}/of/{region}')).toBeVisible()
    await expect.poll(() => designer.isFree('/{region}')).toBe(true)
  })
})

test('methods are connected by mouse and by keyboard, and no mock is left behind', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=connected&mode=overwrite', rides('Rides'))
  const designer = new DesignerPage(page, 'connected')
  await designer.open()
  await expect(designer.node('Mock from examples')).toBeVisible()

  await test.step('a new upstream asks for its address', async () => {
    await designer.page.getByRole('toolbar', { name: 'Palette' }).getByText('HTTP service').click()
    await expect(designer.field('Base URL')).toBeFocused()
    await expect(designer.field('Base URL')).toHaveValue('')
    await expect(designer.inspector.getByText(/Say where it is/)).toHaveCount(0)
    await designer.field('Name').focus()
    await expect(designer.inspector.getByText(/Say where it is/)).toBeVisible()
    await expect(designer.inspector.getByText(/is empty/)).toBeVisible()
    await designer.field('Base URL').fill('https://backend.example:99999')
    await expect(designer.inspector.getByText(/65535 is the highest/).first()).toBeVisible()
    await designer.field('Base URL').fill('https://${stageVariables.host')
    await expect(
      designer.inspector.getByText('Did you mean https://${stageVariables.host}?', { exact: false }).first(),
    ).toBeVisible()
    await designer.field('Base URL').fill('backend')
    await expect(designer.inspector.getByText(/has no scheme/).first()).toBeVisible()
    await designer.field('Base URL').fill('https://backend.example')
    await expect(designer.inspector.getByText(/has no scheme/)).toHaveCount(0)
  })

  await test.step('by dragging from the edge of a method to an integration', async () => {
    await designer.fit()
    await designer.connect('listRides', 'HTTP service')
    await designer.selectNode('listRides')
    await expect(designer.integration).toContainText('HTTP service')
  })

  await test.step('by keyboard in the inspector', async () => {
    for (const name of ['bookRide', 'getRide']) {
      await designer.selectNode(name)
      await designer.integration.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('option', { name: /HTTP service/ }).focus()
      await page.keyboard.press('Enter')
      await expect(designer.integration).toContainText('HTTP service')
    }
    await expect(designer.node('Mock from examples')).toHaveCount(0)
  })

  await test.step('a branch is closed and opened by the space bar, a node is moved by Alt and an arrow', async () => {
    await designer.selectNode('/rides')
    await designer.canvas.focus()
    await page.keyboard.press('Space')
    await expect(designer.node('listRides')).toHaveCount(0)
    await page.keyboard.press('Space')
    await expect(designer.node('listRides')).toBeVisible()
    const before = await designer.box('/rides')
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await designer.box('/rides')).y).toBeGreaterThan(before.y)
  })
})

test('a whole API is pointed at an upstream', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=pointed&mode=overwrite', rides('Pointed'))
  const designer = new DesignerPage(page, 'pointed')
  await designer.open()
  await designer.runCommand('Point this API at an upstream')
  const dialog = page.getByRole('dialog', { name: 'Point this API at an upstream' })
  await dialog.getByLabel('Base URL').fill('https://rides.example')
  await dialog.getByRole('button', { name: 'Point 3 methods at it' }).click()
  await expect(designer.node('rides.example').first()).toBeVisible()
  await expect(designer.node('Mock from examples')).toHaveCount(0)
})

test('what is said of a screen goes with it, and an undo comes along', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=left&mode=overwrite', rides('Left'))
  const designer = new DesignerPage(page, 'left')
  await designer.open()
  const toasts = page.getByRole('region', { name: 'Notifications' })
  const later = page.getByRole('link', { name: 'Deployments', exact: true })
  await later.click()
  await page.goBack()
  await designer.selectNode('Left')
  await designer.canvas.focus()
  await designer.deleteSelected()
  const refused = toasts.getByText('This can’t be deleted here')
  await expect(refused).toBeVisible()
  // With the focus in it, no time takes it away.
  await toasts.getByRole('button', { name: 'Dismiss' }).focus()
  await page.goForward()
  await expect(page).toHaveURL(/\/deployments/)
  await expect(refused).toHaveCount(0)

  await page.goBack()
  await designer.selectNode('listRides')
  await designer.canvas.focus()
  await designer.deleteSelected()
  const undo = toasts.getByRole('button', { name: 'Undo' })
  await undo.focus()
  await page.goForward()
  await expect(page).toHaveURL(/\/deployments/)
  await undo.press('Enter')
  await page.goBack()
  await expect(designer.node('listRides')).toBeVisible()
})

test('the Undo of a deletion takes back that deletion, and no later edit', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=undone&mode=overwrite', rides('Undone'))
  const designer = new DesignerPage(page, 'undone')
  await designer.open()
  await designer.selectNode('/{id}')
  await designer.canvas.focus()
  await designer.deleteSelected()
  await expect(page.getByText('1 method went with it.')).toBeVisible()
  await designer.selectNode('listRides')
  await designer.field('Summary').fill('Written after it')
  await page.getByLabel('Notifications').getByRole('button', { name: 'Undo' }).click()
  await expect(designer.node('getRide')).toBeVisible()
  await expect(designer.field('Summary')).toHaveValue('Written after it')
})

test('one Escape closes the command palette, and every shortcut has its keys named', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=escaped&mode=overwrite', rides('Keys'))
  const designer = new DesignerPage(page, 'escaped')
  await designer.open()
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await page.keyboard.type('rides')
  await expect(palette.getByRole('searchbox')).toHaveValue('rides')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await designer.canvas.focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  const caps = await sheet.locator('kbd > span').allTextContents()
  expect(caps.filter((text) => text.trim() === '')).toEqual([])
})

test('a shortcut that follows Escape at once is heard', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=hurried&mode=overwrite', rides('Hurried'))
  await new DesignerPage(page, 'hurried').open()
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search this API' })
  await expect(search).toBeFocused()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tree')).toBeFocused()
})

test('what was done can be undone after leaving the designer and coming back', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=left&mode=overwrite', rides('Left'))
  const designer = new DesignerPage(page, 'left')
  await designer.open()
  await designer.selectNode('listRides')
  await designer.field('Summary').fill('Written before leaving')
  await designer.field('Summary').press('Enter')
  await designer.expectSaved()
  await expect.poll(() => page.workers()).toHaveLength(2)
  await page.getByRole('link', { name: 'Deployments' }).first().click()
  await expect(designer.canvas).toBeHidden()
  // What is kept for coming back needs nothing that computes.
  await expect.poll(() => page.workers()).toHaveLength(0)
  // A change made by somebody else meanwhile is there as well, and stays.
  await rest('PUT', '/api/v1/apis/left/functions/meanwhile', {
    code: 'exports.handler = async () => ({ statusCode: 200 })\n',
  })
  await page.goBack()
  await expect(designer.node('meanwhile')).toBeVisible()
  await expect(designer.field('Summary')).toHaveValue('Written before leaving')
  await designer.canvas.focus()
  await designer.undo()
  await expect(designer.field('Summary')).toHaveValue('')
  await expect(designer.node('meanwhile')).toBeVisible()
})

test('everything is done by mouse as well: menus, Delete at the foot of a form, a drop anywhere on a node', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=moused&mode=overwrite', rides('Moused'))
  const designer = new DesignerPage(page, 'moused')
  await designer.open()

  await test.step('a click selects and leaves the view as it is', async () => {
    await expect(designer.node('listRides')).toBeVisible()
    const [zoom, before] = [await designer.zoom(), await designer.box('listRides')]
    await designer.selectNode('listRides')
    await expect(designer.field('Operation id')).toHaveValue('listRides')
    expect(await designer.zoom()).toBe(zoom)
    expect(await designer.box('listRides')).toEqual(before)
  })

  await test.step('an edge is dropped on the body of a node', async () => {
    await page.getByRole('toolbar', { name: 'Palette' }).getByText('HTTP service').click()
    await expect(designer.field('Base URL')).toBeFocused()
    await designer.fit()
    await designer.connectToBody('listRides', 'HTTP service')
    await designer.selectNode('listRides')
    await expect(designer.integration).toContainText('HTTP service')
  })

  await test.step('the menu of a node adds, renames and deletes', async () => {
    await designer.node('/rides').click({ button: 'right' })
    await expect(designer.menuItem('Delete')).toBeVisible()
    await accessible(page, 'the menu of a node')
    await designer.menuItem('Rename').click()
    // Too far away to type on the card: in the form.
    await expect(designer.field('Path part')).toBeFocused()
    await designer.line('GET listRides').click({ button: 'right' })
    await designer.menuItem('Delete').click()
    await expect(designer.node('listRides')).toHaveCount(0)
  })

  await test.step('so does its key in the outline, and Insert adds there', async () => {
    await designer.line('/{id} 1').click()
    await page.keyboard.press('Shift+F10')
    await designer.menuItem('Add resource').press('Enter')
    await expect(designer.field('Path part')).toBeFocused()
    await expect(designer.node('/new-path')).toBeVisible()
    await designer.line('/{id} 1').click()
    await page.keyboard.press('Insert')
    await expect(page.getByRole('dialog', { name: 'Add to /{id}' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('after Delete the keyboard goes on from the next line', async () => {
    await designer.line('POST bookRide').click()
    await page.keyboard.press('Delete')
    await expect(designer.line('POST bookRide')).toHaveCount(0)
    await page.keyboard.press('ArrowUp')
    await expect(designer.line('/rides 1')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('every form ends in Delete', async () => {
    await designer.selectNode('getRide')
    await designer.inspector.getByRole('button', { name: 'Delete method' }).click()
    await expect(designer.node('getRide')).toHaveCount(0)
  })
})

test('a new method says whose integration it took, offers another, and goes with one undo', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=shared&mode=overwrite', rides('Shared'))
  const designer = new DesignerPage(page, 'shared')
  await designer.open()
  const told = 'Uses Mock from examples like GET /rides and 2 more'
  const line = designer.inspector.getByText(told)
  const add = async () => {
    await designer.selectNode('/rides')
    await page.getByRole('toolbar', { name: 'Palette' }).getByText('Method').click()
    await expect(line).toBeVisible()
  }
  await add()
  await expect(page.getByRole('status').filter({ hasText: told })).toHaveCount(1)
  // Nothing lies over what was made.
  await expect.poll(() => designer.isSelectedFree()).toBe(true)
  await expect(page.getByRole('region', { name: 'Notifications' })).toBeEmpty()
  await accessible(page, 'the form of a new method')

  await test.step('one undo takes back all of it, and what was said of it', async () => {
    await designer.canvas.focus()
    await designer.undo()
    await expect(designer.line('Shared 3')).toBeVisible()
    await expect(line).toBeHidden()
  })

  await test.step('one click chooses another', async () => {
    await page.getByRole('toolbar', { name: 'Palette' }).getByText('Mock').click()
    await add()
    await designer.inspector.getByRole('button', { name: 'Choose another' }).click()
    await page.getByRole('option', { name: /^Mock(?! from)/ }).click()
    await expect(designer.integration).toHaveText(/^Mock/)
    await expect(designer.inspector.getByText(/^Uses /)).toHaveCount(0)
  })
})

test('in a narrow outline the name of a method can be read beside its marks', async ({ page, rest }) => {
  const methods = { get: { responses: { 200: { description: 'ok' } }, security: [{ missing: [] }] } }
  await rest('POST', '/api/v1/apis?slug=lines&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Lines', version: '1' },
    paths: { '/orgs/{org}/teams/{team}/members/{member}': methods },
  })
  const designer = new DesignerPage(page, 'lines')
  await designer.open()
  await designer.select('GET /orgs/{org}/teams/{team}/members/{member}', 'members')
  await designer.outline.getByRole('searchbox').fill('')
  const line = designer.outline.getByRole('treeitem', { name: /^GET / })
  await expect(line).toHaveAccessibleDescription(/error|warning/)
  await designer.canvas.focus()
  await page.keyboard.press('Space')
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  const name = line.getByTitle('/orgs/{org}/teams/{team}/members/{member}', { exact: true })
  expect((await name.boundingBox())!.width).toBeGreaterThan(54)
  expect(await designer.showsEndOf(name)).toBe(true)
  await line.hover()
  await line.getByRole('button', { name: /^Insert a step into/ }).click()
  await expect(page.getByRole('combobox', { name: /^Insert a step/ })).toBeFocused()
})

test('a toast waits for whoever points at it or has the focus in it', async ({ page, rest }) => {
  await rest('POST', '/api/v1/apis?slug=held&mode=overwrite', rides('Held'))
  await page.clock.install()
  const designer = new DesignerPage(page, 'held')
  await designer.open()
  const toasts = page.getByRole('region', { name: 'Notifications' })
  const toast = toasts.getByText('Deleted GET listRides')
  const longer = 60_000
  await designer.selectNode('listRides')
  await designer.canvas.focus()
  await designer.deleteSelected()
  await expect(toast).toBeVisible()

  await test.step('under the pointer', async () => {
    await toast.hover()
    await page.clock.runFor(longer)
    await expect(toast).toBeVisible()
  })

  await test.step('with the focus', async () => {
    await toasts.getByRole('button', { name: 'Undo' }).focus()
    await page.mouse.move(0, 0)
    await page.clock.runFor(longer)
    await expect(toast).toBeVisible()
  })

  await test.step('and goes when nobody does, after all of its time', async () => {
    await designer.canvas.focus()
    await page.clock.runFor(4000)
    await expect(toast).toBeVisible()
    await page.clock.runFor(5000)
    await expect(toast).toBeHidden()
  })
})

test('at 200 % zoom everything of the designer can be reached', async ({ page, rest, accessible }) => {
  await rest('POST', '/api/v1/apis?slug=near&mode=overwrite', rides('Near'))
  const designer = new DesignerPage(page, 'near')
  // What a window of 1280 by 800 is at 200 %.
  await page.setViewportSize({ width: 640, height: 400 })
  await designer.open()

  await test.step('one pane at a time leaves a canvas', async () => {
    await expect(designer.outline).toBeVisible()
    await expect(designer.inspector).toHaveCount(0)
    await page.getByRole('button', { name: 'Inspector', exact: true }).click()
    await expect(designer.inspector).toBeVisible()
    await expect(designer.outline).toHaveCount(0)
    expect((await designer.canvas.boundingBox())!.width).toBeGreaterThan(200)
  })

  await test.step('palette, toolbar, header and zoom', async () => {
    for (const bar of [designer.palette, designer.toolbar, designer.header])
      for (const button of await bar.getByRole('button').or(bar.getByRole('link')).all())
        await designer.expectReachable(button)
    await designer.expectReachable(page.getByRole('button', { name: 'Fit the graph' }))
    await page.mouse.move(600, 300)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await accessible(page, 'the designer at 200 %')
  })

  await test.step('the code and what is tried take the room of each other, and leave the graph some', async () => {
    await page.getByRole('button', { name: 'Try it', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
    await expect(designer.palette).toBeHidden()
    await page.getByRole('button', { name: 'Code', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0)
    await expect(designer.inspector).toHaveCount(0)
    expect((await designer.canvas.boundingBox())!.width).toBeGreaterThan(100)
    await page.getByRole('button', { name: 'Try it', exact: true }).click()
    await page.getByRole('button', { name: 'Close the drawer' }).click()
    await expect(designer.palette).toBeVisible()
  })

  await test.step('a form, down to its end', async () => {
    await page.getByRole('button', { name: 'Outline', exact: true }).click()
    await designer.outline.getByRole('treeitem').first().click()
    await page.keyboard.press('Enter')
    await expect(designer.inspector).toBeVisible()
    await designer.expectReachable(designer.inspector.getByText('Advanced', { exact: true }))
  })

  await test.step('the drawer leaves some of the canvas, and shows all of itself', async () => {
    await designer.toolbar.getByRole('button', { name: 'Try it' }).click()
    const drawer = page.getByRole('tablist', { name: 'Drawer' })
    for (const tab of await drawer.getByRole('tab').all()) await designer.expectReachable(tab)
    await designer.expectReachable(page.getByRole('textbox', { name: 'Path', exact: true }))
    await designer.expectReachable(page.getByRole('button', { name: 'Send' }))
    await designer.expectReachable(page.getByRole('button', { name: 'Close the drawer' }))
    expect((await designer.canvas.boundingBox())!.height).toBeGreaterThan(40)
  })
})
