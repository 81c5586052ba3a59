import { CodePage } from '../pages/code-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { LargeGraph } from '../pages/large-graph.ts'
import { settledViewOf } from '../pages/settled.ts'
import { expect, test } from '../fixtures.ts'

test('panes open around a canvas that stays as it was, and what is selected stays in sight', async ({
  page,
  rest,
  github,
}) => {
  await rest('POST', '/api/v1/apis?slug=framed&mode=overwrite', github)
  const designer = new DesignerPage(page, 'framed')
  await designer.open()
  await expect.poll(() => designer.zoom()).toBeGreaterThanOrEqual(55)
  await designer.select('GET /zen', 'zen')
  await expect(designer.node('meta/get-zen')).toBeInViewport({ ratio: 0.99 })
  const zoom = await designer.zoom()
  await page.getByRole('button', { name: 'Try it' }).first().click()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  expect(await designer.zoom()).toBe(zoom)
  await expect.poll(() => designer.isFree('meta/get-zen')).toBe(true)
  await page.getByRole('button', { name: 'Inspector', exact: true }).click()
  expect(await designer.zoom()).toBe(zoom)

  await test.step('the form that made room for the code is there again once that is closed', async () => {
    const code = new CodePage(page)
    await page.getByRole('button', { name: 'Inspector', exact: true }).click()
    await expect(designer.inspector).toBeVisible()
    await code.open()
    await expect(designer.inspector).toHaveCount(0)
    await code.pane.getByRole('button', { name: 'Close the code' }).click()
    await expect(designer.inspector).toBeVisible()
  })
})

test('what is opened, deleted and looked at from afar keeps a large API in sight', async ({
  page,
  rest,
  github,
}) => {
  await rest('POST', '/api/v1/apis?slug=sighted&mode=overwrite', github)
  const designer = new LargeGraph(page, 'sighted')
  await designer.open()

  await test.step('the flow of a method opens with what can be read of it, and deleting it leaves what is beside it', async () => {
    await designer.select('DELETE /gists/{gist_id}/star', 'gists')
    await designer.outline.getByRole('searchbox').fill('')
    await designer.canvas.focus()
    await page.keyboard.press('Space')
    for (const title of ['gists/unstar', 'Caller']) await expect.poll(() => designer.isFree(title)).toBe(true)
    await designer.deleteSelected()
    await expect(designer.node('gists/unstar')).toHaveCount(0)
    await expect(designer.node('gists/star')).toBeInViewport({ ratio: 0.99 })
  })

  await test.step('zoomed out by its button, the map is not half outside of the canvas', async () => {
    const out = page.getByRole('button', { name: 'Zoom out' })
    for (let presses = 0; presses < 12 && !(await designer.map.isVisible()); presses++) await out.click()
    await expect(designer.map).toBeVisible()
    for (const across of [0.06, 0.94]) await expect.poll(() => designer.groupAt(across, 0.5)).toMatch(/./)
  })
})

test('the end of a path can be read, on its card and on its line', async ({ page, rest }) => {
  const path = '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
  await rest('POST', '/api/v1/apis?slug=ends&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Ends', version: '1' },
    paths: { [path]: { get: { responses: { 200: { description: 'An archive' } } } } },
  })
  const designer = new DesignerPage(page, 'ends')
  await designer.open()
  await designer.select(`GET ${path}`, 'archive')
  const onCard = designer.node(path).locator('.node-title')
  const onLine = designer.outline.getByRole('treeitem', { name: /^GET / }).getByTitle(path, { exact: true })
  for (const title of [onCard, onLine]) {
    await expect(title).toBeVisible()
    expect(await title.evaluate((shown) => shown.scrollWidth > shown.clientWidth)).toBe(true)
    expect(await designer.showsEndOf(title)).toBe(true)
  }
})

test('outline and canvas are found as they were left, after other screens and after loading the page anew', async ({
  page,
  rest,
  github,
}) => {
  await rest('POST', '/api/v1/apis?slug=returned&mode=overwrite', github)
  const designer = new LargeGraph(page, 'returned')
  await designer.open()
  const shown = async () => ({
    zoom: await designer.zoom(),
    view: await settledViewOf(designer.canvas),
    lines: await designer.lines.evaluateAll((lines) => lines.map((line) => line.getAttribute('aria-level'))),
  })
  const leaveAndReturn = async (screen: string) => {
    await designer.goTo(screen)
    await expect(designer.canvas).toHaveCount(0)
    await designer.goTo('Design')
    await expect(designer.node('/gists')).toBeVisible()
  }

  await designer.setLineOpen('/gists 19', true)
  await designer.node('/gists').getByRole('button', { name: 'Open /gists' }).click()
  await expect(designer.line('/{gist_id} 15')).toBeVisible()
  await expect(designer.node('gists/list')).toBeVisible()
  await designer.clearSelection()
  await designer.zoomOutPast(60)
  await designer.pan(40, 60)
  const before = await shown()
  const list = await designer.recordOf('GET gists/list')

  for (const screen of ['Review', 'Traffic', 'Deployments'])
    await test.step(`after ${screen}`, async () => {
      await leaveAndReturn(screen)
      await expect(designer.line('/{gist_id} 15')).toBeVisible()
      expect(await shown()).toEqual(before)
    })

  await test.step('after loading the page anew', async () => {
    await page.reload()
    await expect(designer.line('/{gist_id} 15')).toBeVisible()
    await expect(designer.node('/gists')).toBeVisible()
    expect(await shown()).toEqual(before)
  })

  await test.step('what was closed stays closed, also over what is selected after an edit', async () => {
    await designer.line('GET gists/list').click()
    await designer.write('Summary', 'All gists')
    await designer.expectSaved()
    await designer.toggleLine('/gists 19')
    await designer.node('/gists').getByRole('button', { name: 'Close /gists' }).click()
    await leaveAndReturn('Review')
    await expect(designer.line('/gists 19')).toHaveAttribute('aria-expanded', 'false')
    await expect(designer.node('/gists').getByRole('button', { name: 'Open /gists' })).toBeVisible()
  })

  await test.step('a link to a record opens the way to it nevertheless, and brings it into sight', async () => {
    await designer.goTo('Review')
    await page.goto(`/apis/returned/design?selected=${list}`)
    await expect(designer.node('gists/list')).toBeInViewport({ ratio: 0.99 })
    await expect(designer.line('GET gists/list')).toBeVisible()
  })
})
