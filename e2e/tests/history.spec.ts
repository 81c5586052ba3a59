import { expect, test } from '../fixtures.ts'
import { DeploymentsPage } from '../pages/deployments-page.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'

const responses = { 200: { description: 'OK' } }

/** `GET /trains`, and what else of it there shall be. */
function trains(more: Record<string, unknown> = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Trains', version: '1.0.0' },
    paths: { '/trains': { get: { operationId: 'listTrains', responses } }, ...more },
  }
}

const paths = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`/${name}`, { get: { operationId: name, responses } }]))

// Restoring over somebody else's change is refused.
test.use({ expectedErrors: [/status of 409 .*draft\.save/] })

test('the history: filter, compare on the graph, look at, restore as draft, roll back and undo, step through', async ({
  page,
  rest,
  accessible,
}) => {
  const history = new HistoryPage(page, 'trains')
  const strip = new StageStrip(page)
  const deploy = async (description: string, more: Record<string, unknown>, source = 'cli') => {
    const mode = description === 'First' ? 'create' : 'overwrite'
    await rest('POST', `/api/v1/apis?slug=trains&mode=${mode}`, trains(more))
    await rest('POST', '/api/v1/apis/trains/stages/prod/deployments', { description, source })
  }
  await deploy('First', {})
  await deploy('Platforms', paths('platforms'), 'api')
  await deploy('Tickets for platforms', paths('tickets'))

  await test.step('versions say who, when, why and what it means, and are found by words and by source', async () => {
    await history.open()
    await expect(history.row(3)).toContainText('Tickets for platforms')
    await expect(history.row(3)).toContainText('1 breaking')
    await expect(history.row(3)).toContainText('command line')
    await history.search('platforms')
    await expect(history.row(1)).toHaveCount(0)
    await history.search('tickets')
    await expect(history.row(2)).toHaveCount(0)
    await history.search('')
    await page.getByRole('button', { name: /Source/ }).click()
    await page.getByRole('option', { name: 'REST' }).click()
    await expect(history.row(3)).toHaveCount(0)
    await expect(history.row(2)).toBeVisible()
    await accessible(page, 'the history')
    await history.open()
  })

  await test.step('two versions are compared on the graph, with what is gone as a ghost', async () => {
    await history.compare(1, 3)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('v1 prod → v3 prod')
    const review = new ReviewPage(page, 'trains')
    await review.change('Add GET /tickets').click()
    await expect(history.node('/tickets')).toBeVisible()
    await page.getByRole('button', { name: 'Swap' }).click()
    await expect(review.change('Remove GET /tickets')).toBeVisible()
    await expect(history.node('/tickets')).toBeVisible()
    await accessible(page, 'a comparison')
    await page.keyboard.press('t')
    await expect(page.locator('.monaco-editor').first()).toBeVisible()
  })

  await test.step('a version is looked at as it was, to be read only', async () => {
    await history.open()
    await history.look(2)
    await expect(history.node('/platforms')).toBeVisible()
    await expect(history.node('/tickets')).toHaveCount(0)
    await expect(history.facts).toContainText('Platforms')
    await expect(page.getByRole('toolbar', { name: 'Palette' })).toHaveCount(0)
    await history.node('/platforms').click()
    await expect(page.getByRole('region', { name: 'Selected' })).toContainText('platforms')
    await page.keyboard.press('Delete')
    await expect(history.node('/platforms')).toBeVisible()
  })

  await test.step('the slider steps through the versions by keyboard, loading only what differs', async () => {
    const loaded: string[] = []
    page.on('request', (request) => {
      const [, name] = /trpc\/([^?]*)/.exec(request.url()) ?? []
      if (name?.includes('deployments.')) loaded.push(name)
    })
    await history.slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect(history.facts).toContainText('v3')
    await expect(history.node('/tickets')).toBeVisible()
    await expect(history.mark('/tickets')).toHaveAccessibleName('added, safe')
    // What the version took away is a ghost, which says how it was.
    await expect(history.mark('/platforms')).toHaveAccessibleName('removed, breaking')
    await history.node('/platforms').click()
    await expect(page.getByRole('region', { name: 'Selected' })).toContainText('Removed with v3')
    await expect(page.getByRole('region', { name: 'Selected' })).toContainText('pathPart: platforms')
    await history.slider.focus()
    await expect(history.slider).toHaveAttribute(
      'aria-valuetext',
      /^v3, live, deployed .* Tickets for platforms$/,
    )
    await page.keyboard.press('Home')
    await expect(history.facts).toContainText('v1')
    await expect(history.node('/tickets')).toHaveCount(0)
    await expect(page.getByText('The first version of prod')).toBeVisible()
    expect(loaded.join()).toContain('deployments.difference')
    expect(loaded.join()).not.toContain('deployments.content')
    await accessible(page, 'the timeline')
  })

  await test.step('a version is restored as the draft, reviewed like an edit, and taken back', async () => {
    await page.keyboard.press('ArrowRight')
    await expect(history.facts).toContainText('v2')
    await page.getByRole('button', { name: 'Restore as draft' }).click()
    const dialog = page.getByRole('dialog', { name: 'Restore v2 as the draft' })
    await expect(dialog.getByText('Add GET /platforms')).toBeVisible()
    await accessible(page, 'restoring a version')
    await dialog.getByRole('button', { name: 'Change the draft to v2' }).click()
    await strip.expectVersion('prod', 3)
    await strip.expectStaged('prod', 2)
    await page.getByRole('button', { name: 'Undo: The draft is what v2 was' }).click()
    await strip.expectStaged('prod', 0)
    await expect(page.getByText('The draft is what it was before')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo: The draft is what v2 was' })).toHaveCount(0)
  })

  await test.step('what somebody else changed meanwhile is not overwritten', async () => {
    await page.getByRole('button', { name: 'Restore as draft' }).click()
    const dialog = page.getByRole('dialog', { name: 'Restore v2 as the draft' })
    await expect(dialog.getByText('Remove GET /tickets')).toBeVisible()
    await rest('POST', '/api/v1/apis?slug=trains&mode=merge', {
      ...trains(),
      paths: { '/tickets': { get: { operationId: 'tickets', summary: 'By somebody else', responses } } },
    })
    await dialog.getByRole('button', { name: 'Change the draft to v2' }).click()
    await expect(dialog.getByText(/Somebody else changed/)).toBeVisible()
    await strip.expectStaged('prod', 1)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a rollback shows what it undoes first, and is undone with one click, there and in the history', async () => {
    await history.open()
    const deployments = new DeploymentsPage(page, 'trains')
    await history.row(2).getByRole('button', { name: 'Roll back' }).click()
    const dialog = page.getByRole('dialog', { name: 'Roll prod back to v2' })
    const undone = dialog.getByRole('list', { name: '2 changes' }).getByRole('listitem')
    await expect(undone).toHaveText([/Remove GET \/tickets.*breaking/i, /Add GET \/platforms.*safe/i])
    await accessible(page, 'rolling back')
    await page.keyboard.press('Escape')
    await deployments.rollBackTo(2, 'prod')
    await strip.expectVersion('prod', 4)
    // It serves what v2 was: that is said, not offered.
    await expect(history.row(2)).toContainText('same as v4')
    await expect(history.row(2).getByRole('button', { name: 'Roll back' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo: prod serves v2 again, as v4' }).click()
    await strip.expectVersion('prod', 5)
    await expect(history.row(5)).toContainText('Rollback undone: back to v3')
    await deployments.rollBackTo(1, 'prod')
    await strip.expectVersion('prod', 6)
    const actions = history.row(6).getByRole('button', { name: /^Restore v6/ })
    await expect(actions).toBeInViewport({ ratio: 1 })
    const table = page.getByRole('table', { name: 'Deployments' })
    expect(await table.evaluate((element) => element.scrollWidth - element.parentElement!.clientWidth)).toBe(
      0,
    )
    await history.row(6).getByRole('button', { name: 'Undo rollback' }).click()
    await strip.expectVersion('prod', 7)
    await expect(history.row(7)).toContainText('live')
  })
})
