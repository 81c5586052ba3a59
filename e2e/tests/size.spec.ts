import { expect, test } from '../fixtures.ts'
import { LargeGraph } from '../pages/large-graph.ts'

/** Whatever the API, no more than this is in the page: what the screen shows and a margin around it. */
const most = 1200
const tops = 60
const perTop = 180

/** An API of 10,800 operations: sixty top resources of thirty resources with six methods each. */
function large() {
  const paths: Record<string, unknown> = {}
  const answer = { responses: { 200: { description: 'ok' } } }
  for (let top = 0; top < tops; top++) {
    const name = `area-${String(top).padStart(2, '0')}`
    for (let at = 0; at < perTop / 6; at++) {
      const methods = ['get', 'put', 'post', 'delete', 'patch', 'head']
      paths[`/${name}/part-${at}`] = Object.fromEntries(
        methods.map((method) => [
          method,
          { ...answer, operationId: `${method}-${name}-${at}`, tags: [`team ${top % 7}`] },
        ]),
      )
    }
  }
  return { openapi: '3.1.0', info: { title: 'Large', version: '1' }, paths }
}

test('an API of ten thousand operations opens, pans, zooms, searches and is edited', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=large&mode=overwrite', large())
  const graph = new LargeGraph(page, 'large')

  await test.step('opens at its top resources, with counts', async () => {
    await graph.open()
    await expect(page.getByRole('button', { name: 'Close Large, 10800 operations' })).toBeVisible()
    await expect(graph.node('/area-00')).toContainText('180')
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('pans: what comes into sight is drawn, what leaves it is not', async () => {
    await graph.panBy(0, 3600)
    await expect(graph.node('/area-40')).toBeVisible()
    await expect(graph.node('/area-00')).toHaveCount(0)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('from afar it is a map of all groups, each with its name and size', async () => {
    await graph.fit()
    await expect(graph.groups.first()).toBeVisible()
    await expect(graph.group('/area-00')).toBeVisible()
    await expect(graph.group('/area-59')).toHaveAttribute('title', '/area-59, 180 operations')
    await expect(graph.cards).toHaveCount(0)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('a click goes into a group, and its parts can be read', async () => {
    await graph.group('/area-17').click()
    await expect(graph.group('/part-3').or(graph.node('/part-3')).first()).toBeVisible()
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('and so does Enter, after the arrows have walked there', async () => {
    await graph.fit()
    await graph.canvas.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect(graph.groups.and(page.locator('[data-selected]'))).toHaveAttribute(
      'title',
      '/area-00, 180 operations',
    )
    await page.keyboard.press('ArrowRight')
    await expect(graph.groups.and(page.locator('[data-selected]'))).toHaveAttribute(
      'title',
      '/area-01, 180 operations',
    )
    await page.keyboard.press('Enter')
    await expect(graph.group('/part-0').or(graph.node('/part-0')).first()).toBeVisible()
  })

  await test.step('zooming by the wheel leads from the graph into the map and back to what was under the pointer', async () => {
    await graph.zoomPast(33)
    await expect(graph.groups.first()).toBeVisible()
    await expect(graph.cards).toHaveCount(0)
    await graph.zoomPast(37)
    await expect(graph.cards.first()).toBeVisible()
    await expect(graph.groups).toHaveCount(0)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('a search finds one of all operations and shows it', async () => {
    await graph.select('GET /area-33/part-21', 'get area-33 part-21')
    await expect(graph.node('get-area-33-21')).toBeVisible()
    await expect(graph.field('Operation id')).toHaveValue('get-area-33-21')
  })

  await test.step('what an insertion does not move stays where it is', async () => {
    const still = ['/area-33', '/part-20', 'get-area-33-21']
    await graph.select('/area-33/part-21', 'area-33/part-21')
    await expect(graph.node('/part-20')).toBeVisible()
    const places = await graph.places(still)
    await graph.runCommand('Add resource')
    await expect(graph.node('/new-path')).toBeVisible()
    expect(await graph.places(still)).toEqual(places)
    expect(await graph.mounted()).toBeLessThan(most)
    await graph.expectSaved()
  })

  await test.step('an edit shows on the graph, and undo takes it back', async () => {
    await graph.select('GET /area-33/part-21', 'get area-33 part-21')
    await graph.field('Operation id').fill('read-part')
    await graph.field('Operation id').press('Enter')
    await expect(graph.node('read-part')).toBeVisible()
    await graph.canvas.focus()
    await graph.undo()
    await expect(graph.node('get-area-33-21')).toBeVisible()
  })
})

test('operations are grouped by their first tag in outline and canvas, as chosen last time', async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=large&mode=overwrite', large())
  const graph = new LargeGraph(page, 'large')
  await graph.open()
  await expect(graph.node('/area-00')).toBeVisible()
  await page.getByRole('button', { name: 'Group by tag' }).click()

  await test.step('groups with counts on the canvas and in the outline', async () => {
    await expect(graph.node('team 0')).toContainText('1620')
    await expect(graph.node('team 6')).toContainText('1440')
    await expect(graph.line('team 3 1620')).toBeVisible()
    await expect(graph.node('/area-00')).toHaveCount(0)
  })

  await test.step('a search goes to the operation in its group', async () => {
    await graph.select('PUT /area-10/part-5', 'put area-10 part-5')
    await expect(graph.node('put-area-10-5')).toBeVisible()
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('from afar the map is of tags', async () => {
    await graph.fit()
    await expect(graph.group('team 6')).toBeVisible()
  })

  await test.step('the choice is remembered', async () => {
    await page.reload()
    await expect(graph.node('team 0')).toBeVisible()
    await page.getByRole('button', { name: 'Group by path' }).click()
    await expect(graph.node('/area-00')).toBeVisible()
    await page.reload()
    await expect(graph.node('/area-00')).toBeVisible()
  })
})
