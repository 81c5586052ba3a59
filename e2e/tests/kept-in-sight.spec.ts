import { CodePage } from '../pages/code-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { LargeGraph } from '../pages/large-graph.ts'
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
