import { expect, test } from '../fixtures.ts'
import { PortalPage } from '../pages/portal-page.ts'

const responses = { 200: { description: 'OK' } }

test('readers of a portal see what changed for them, breaking first, and follow it in a feed reader', async ({
  page,
  browser,
  penstock,
  rest,
  accessible,
}) => {
  const deploy = async (mode: string, paths: Record<string, unknown>, summary: string) => {
    const list = { operationId: 'listBirds', summary, responses }
    const document = {
      openapi: '3.1.0',
      info: { title: 'Birds & bees', version: '1.0.0' },
      paths: { '/birds': { get: list, ...paths } },
    }
    await rest('POST', `/api/v1/apis?slug=birds&mode=${mode}`, document)
    await rest('POST', '/api/v1/apis/birds/stages/prod/deployments', {})
  }
  await deploy('create', { post: { operationId: 'addBird', responses } }, 'List birds')
  await deploy('overwrite', { put: { operationId: 'putBird', responses } }, 'List every bird')
  await page.goto('/apis/birds/portal')
  await rest('PUT', '/api/v1/apis/birds/portal', { visibility: 'public' })

  // Somebody without an account.
  const context = await browser.newContext({
    baseURL: penstock.url,
    storageState: { cookies: [], origins: [] },
  })
  const reader = new PortalPage(await context.newPage(), 'birds')
  await test.step('the changelog is one click away, breaking first, documentation folded', async () => {
    await reader.open()
    await reader.page.getByRole('link', { name: 'Changelog' }).click()
    await reader.expectPage('Changelog')
    const latest = reader.page
      .getByRole('listitem')
      .filter({ has: reader.page.getByRole('heading', { name: /^v2/ }) })
    await expect(latest.getByRole('heading', { level: 3 }).first()).toHaveText('Breaking')
    await expect(latest).toContainText('Remove POST /birds')
    await expect(latest).toContainText('Add PUT /birds')
    await expect(latest.getByText('1 change of the documentation')).toBeVisible()
    await expect(reader.page.getByText('The first version.')).toBeVisible()
    await accessible(reader.page, 'the changelog')
  })

  await test.step('a browser reads the feed that the page names as XML', async () => {
    const href = await reader.page
      .locator('link[rel=alternate][type="application/atom+xml"]')
      .getAttribute('href')
    const feed = await reader.page.evaluate(async (path) => {
      const answer = await fetch(path)
      const atom = new DOMParser().parseFromString(await answer.text(), 'application/xml')
      const all = (name: string) =>
        Array.from(
          atom.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name),
          (node) => node.textContent,
        )
      const [, page] = atom.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')
      return {
        errors: atom.getElementsByTagName('parsererror').length,
        titles: all('title'),
        contents: all('content'),
        page: page?.getAttribute('href'),
      }
    }, href!)
    expect(feed.errors).toBe(0)
    expect(feed.titles).toEqual(['Birds & bees: changelog', 'v2: 2 changes, 1 breaking', 'v1: first version'])
    expect(feed.contents[0]).toContain('<h3>Breaking</h3><ul><li><strong>Remove POST /birds</strong>')
    await reader.page.goto(feed.page!)
    await reader.expectPage('Changelog')
  })

  await test.step('a portal that is closed has neither', async () => {
    await rest('PUT', '/api/v1/apis/birds/portal', { visibility: 'off' })
    expect((await reader.page.request.get('/portal/birds/changelog.atom')).status()).toBe(404)
    expect((await reader.page.request.get('/portal-data/birds/changelog')).status()).toBe(404)
  })
  await context.close()
})
