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

test('an API of ten thousand operations opens, shows a map of its groups from afar, and leads back into the graph', async ({
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

  await test.step('from afar it is a map of all groups, each with its name and size', async () => {
    await graph.fit()
    await expect(graph.map).toBeVisible()
    expect([...(await graph.groups()).keys()]).toEqual(
      expect.arrayContaining(['/area-00, 180 operations', '/area-59, 180 operations']),
    )
    await expect(graph.cards).toHaveCount(0)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('a click goes into a group, and its parts can be read', async () => {
    await graph.enter('/area-17, 180 operations')
    await expect(async () => {
      const isOnMap = (await graph.map.isVisible()) && (await graph.groups()).has('/part-3, 6 operations')
      expect(isOnMap || (await graph.node('/part-3').first().isVisible())).toBe(true)
    }).toPass()
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('zooming by the wheel leads from the graph into the map and back to what was under the pointer', async () => {
    await graph.zoomOutPast(33)
    await expect(graph.map).toBeVisible()
    await expect(graph.cards).toHaveCount(0)
    await graph.zoomInPast(37)
    await expect(graph.cards.first()).toBeVisible()
    await expect(graph.map).toBeHidden()
    expect(await graph.mounted()).toBeLessThan(most)
  })
})
