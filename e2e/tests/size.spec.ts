import { description } from '../../bench/corpus.ts'
import { expect, test } from '../fixtures.ts'
import { LargeGraph } from '../pages/large-graph.ts'

/** Whatever the API, no more than this is in the page: what the screen shows and a margin around it. */
const most = 6000
const mostLines = 100
/** An operation as the search of the outline lists it. */
const line = 'POST /agreements/{agreement-id}/acceptances'

test("Microsoft Graph's API, 11,422 operations, is seen, walked, searched, edited and grouped with no more of it in the page than the screen shows", async ({
  page,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=large&mode=overwrite', await description('graph'))
  const graph = new LargeGraph(page, 'large')
  const heading = graph.inspector.getByRole('heading', { level: 2 })

  await test.step('opens at its top resources, with counts', async () => {
    await graph.open()
    await expect(page.getByRole('button', { name: /^Close .*, 11422 operations$/ })).toBeVisible()
    await expect(graph.node('/agreements')).toContainText('38')
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('from afar it is a map of all groups, each with its name and size', async () => {
    await graph.fit()
    await expect(graph.map).toBeVisible()
    expect([...(await graph.groups()).keys()]).toEqual(
      expect.arrayContaining(['/users, 1967 operations', '/admin, 47 operations']),
    )
    await expect(graph.cards).toHaveCount(0)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('a click goes into a group, and its parts can be read', async () => {
    await graph.enter('/agreements, 38 operations')
    await expect(async () => {
      const isOnMap =
        (await graph.map.isVisible()) && (await graph.groups()).has('/{agreement-id}, 36 operations')
      expect(isOnMap || (await graph.node('/{agreement-id}').first().isVisible())).toBe(true)
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

  await test.step('the search finds among all of it as one types, and leads there', async () => {
    await graph.openSearch()
    await page.keyboard.type('agreements create accept')
    const tree = page.getByRole('tree', { name: /found for “agreements create accept”$/ })
    await expect(tree).toBeVisible()
    await expect(graph.lines.first()).toHaveAccessibleName(line)
    expect(await graph.lines.count()).toBeLessThan(mostLines)
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText('agreements.CreateAcceptances')
    await expect(graph.node('agreements.CreateAcceptances')).toBeInViewport({ ratio: 0.99 })
    await graph.outline.getByRole('searchbox').fill('')
    expect(await graph.lines.count()).toBeLessThan(mostLines)
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('arrows walk from node to node, and each comes into sight', async () => {
    expect(await graph.walk('ArrowLeft', 3)).toEqual(['/acceptances', '/{agreement-id}', '/agreements'])
    const passed = await graph.walk('ArrowDown', 12)
    expect(new Set(passed).size).toBe(12)
    await expect(graph.node(passed.at(-1)!)).toBeInViewport({ ratio: 0.99 })
    expect(await graph.mounted()).toBeLessThan(most)
    expect(await graph.walk('ArrowUp', 12)).toEqual([...passed.toReversed().slice(1), '/agreements'])
    await expect(graph.node('/agreements')).toBeInViewport({ ratio: 0.99 })
  })

  await test.step('panning mounts what comes into sight and takes away what left it', async () => {
    await graph.panUntil(-300, '/users', '/agreements')
    expect(await graph.mounted()).toBeLessThan(most)
    await graph.panUntil(300, '/agreements', '/users')
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('a step is inserted, what stood there stays, and one undo takes it back', async () => {
    await graph.select(line, 'agreements create accept')
    await graph.openFlow('agreements.CreateAcceptances')
    const before = await graph.between('/$count', '/{agreementAcceptance-id}')
    await graph.insertAfter('caller')
    await graph.choose('API key')
    await expect(graph.node('Key and limits')).toBeVisible()
    await expect(graph.inspector.getByLabel('Callers need an API key')).toBeChecked()
    const after = await graph.between('/$count', '/{agreementAcceptance-id}')
    expect(after.x).toBeCloseTo(before.x, 0)
    expect(after.y).toBeCloseTo(before.y, 0)
    await graph.undo()
    await expect(graph.node('Key and limits')).toHaveCount(0)
    await expect(graph.node('Caller').first()).toBeVisible()
    await graph.expectSaved()
    expect(await graph.mounted()).toBeLessThan(most)
  })

  await test.step('by tag, groups are those of the description, open to their operations, and so is the map', async () => {
    await graph.groupBy('tag')
    // What is selected is closed into its group: the picture is looked at from its beginning.
    await expect(graph.node('admin.admin').first()).toBeInViewport()
    await graph.clearSelection()
    await graph.select(line, 'agreements create accept')
    await expect(graph.node('agreements.CreateAcceptances')).toBeInViewport({ ratio: 0.99 })
    await expect(graph.node('agreements.agreementAcceptance')).toContainText('5')
    await graph.outline.getByRole('searchbox').fill('')
    await expect(graph.line('agreements.agreementAcceptance 5')).toBeVisible()
    expect(await graph.mounted()).toBeLessThan(most)
    await graph.fit()
    await expect(graph.map).toBeVisible()
    expect((await graph.groups()).has('groups.site, 673 operations')).toBe(true)
    await graph.groupBy('path')
    await expect(async () => {
      const groups = await graph.groups()
      expect(groups.has('/users, 1967 operations')).toBe(true)
      expect(groups.has('groups.site, 673 operations')).toBe(false)
    }).toPass()
  })
})
