import { ApiListPage } from '../pages/api-list-page.ts'
import { DeploymentsPage } from '../pages/deployments-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'
import { expect, test } from '../fixtures.ts'

/** GitHub's real description (845 operations) from import to portal, as one person does it in a browser. */
test("GitHub's API: import, edit, review, deploy, call, roll back, browse", async ({
  page,
  penstock,
  github,
  accessible,
}) => {
  test.slow()
  const slug = 'github-v3-rest-api'
  const strip = new StageStrip(page)
  const designer = new DesignerPage(page, slug)
  const review = new ReviewPage(page, slug)
  const deployments = new DeploymentsPage(page, slug)
  const call = (path: string, method = 'GET') =>
    fetch(`${penstock.gatewayUrl}/${slug}/prod${path}`, { method })

  await test.step('import the description and look at the graph', async () => {
    const list = new ApiListPage(page)
    await list.open()
    expect(await list.importFile('api.github.com.json', github)).toBe(slug)
    await expect(designer.canvas).toBeVisible()
    await expect(
      designer.canvas.getByRole('button', { name: /GitHub v3 REST API, 845 operations/ }),
    ).toBeVisible()
  })

  await test.step('deploy it once, so that there is something to compare with', async () => {
    await review.deployFirst('prod')
    await strip.expectVersion('prod', 1)
    await strip.expectStaged('prod', 0)
    expect((await call('/gists')).status).toBe(200)
    expect((await call('/gists/1/star', 'DELETE')).status).toBe(204)
  })

  await test.step('rename a parameter and delete an operation; the strip counts', async () => {
    await designer.open()
    await designer.select('GET /gists', 'gists')
    await designer.renameParameter('query', 'since', 'after')
    await strip.expectStaged('prod', 1)
    await designer.select('DELETE /gists/{gist_id}/star', 'gists')
    await designer.deleteSelected()
    await strip.expectStaged('prod', 2)
    await designer.expectSaved()
  })

  await test.step('undo leaves nothing staged, redo brings it back', async () => {
    await designer.canvas.click({ position: { x: 5, y: 200 } })
    await designer.undo()
    await strip.expectStaged('prod', 1)
    await designer.undo()
    await strip.expectStaged('prod', 0)
    await designer.redo()
    await designer.redo()
    await strip.expectStaged('prod', 2)
  })

  await test.step('review: two changes, one of them breaking, on the graph and as text', async () => {
    await strip.stage('prod').click()
    await review.expectSentence(/^2 changes to prod: 1 breaking, 1 risky/)
    await expect(review.graph).toBeVisible()
    await review.change('Rename query parameter since to after in GET /gists').click()
    await expect(page.getByText(/after/).first()).toBeVisible()
    await accessible(page, 'the review')
  })

  await test.step('deploy, and call what changed', async () => {
    await review.deploy('Deploy 2 changes to prod')
    await review.confirmBreaking('Deploy 2 changes (1 breaking)', 'Remove DELETE /gists/{gist_id}/star')
    await strip.expectVersion('prod', 2)
    await strip.expectStaged('prod', 0)
    const gone = await call('/gists/1/star', 'DELETE')
    expect(gone.status).toBe(405)
    const still = await call('/gists')
    expect(still.status).toBe(200)
    expect(still.headers.get('x-penstock-deployment')).toBe('v2')
  })

  await test.step('roll back, and call it again', async () => {
    await deployments.open()
    await deployments.rollBackTo(1, 'prod')
    await strip.expectVersion('prod', 3)
    expect((await call('/gists/1/star', 'DELETE')).status).toBe(204)
  })

  await test.step('make the portal public, browse it and try a call', async () => {
    await page.goto(`/apis/${slug}/portal`)
    await page.getByRole('radio', { name: /Everybody/ }).click({ force: true })
    await expect(page.getByRole('radio', { name: /Everybody/ })).toBeChecked()
    const reader = await page
      .context()
      .browser()!
      .newContext({ storageState: { cookies: [], origins: [] } })
    const portal = await reader.newPage()
    await portal.goto(`${penstock.url}/portal/${slug}`)
    await expect(portal.getByRole('heading', { name: 'GitHub v3 REST API' })).toBeVisible()
    await accessible(portal, "the portal's overview")
    await portal
      .getByRole('searchbox')
      .or(portal.getByRole('combobox', { name: /search/i }))
      .first()
      .fill('list gists for the authenticated')
    await portal.keyboard.press('ArrowDown')
    await portal.keyboard.press('Enter')
    await expect(portal.getByRole('heading', { name: /List gists for the authenticated user/ })).toBeVisible()
    await portal.getByRole('button', { name: 'Send' }).click()
    await expect(portal.getByText(/200/).first()).toBeVisible()
    await accessible(portal, 'an operation in the portal')
    await reader.close()
  })
})
