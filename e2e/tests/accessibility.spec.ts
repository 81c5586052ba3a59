import { test } from '../fixtures.ts'

const screens = [
  { name: 'the list of APIs', path: '/' },
  { name: 'the designer', path: '/apis/axe/design' },
  { name: 'the review', path: '/apis/axe/review?stage=prod' },
  { name: 'the deployments', path: '/apis/axe/deployments' },
  { name: 'the traffic', path: '/apis/axe/traffic' },
  { name: "the portal's settings", path: '/apis/axe/portal' },
  { name: 'the settings', path: '/apis/axe/settings' },
  { name: 'the gateways', path: '/gateways' },
  { name: 'the users', path: '/users' },
  { name: 'the API tokens', path: '/tokens' },
  { name: 'the activity', path: '/activity' },
  { name: 'the account', path: '/account' },
  { name: 'a page that is not there', path: '/nowhere' },
]

const description = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        summary: 'List pets',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: { 200: { description: 'All pets' } },
      },
    },
    '/pets/{id}': { delete: { summary: 'Remove a pet', responses: { 204: { description: 'Removed' } } } },
  },
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no axe finding on any screen, ${colorScheme}`, async ({ page, rest, accessible }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await rest('POST', '/api/v1/apis?slug=axe&mode=overwrite', description)
    await rest('POST', '/api/v1/apis/axe/stages/prod/deployments', {})
    const edited = structuredClone(description)
    edited.paths['/pets'].get.summary = `List all pets, ${colorScheme}`
    await rest('POST', '/api/v1/apis?slug=axe&mode=overwrite', edited)
    for (const { name, path } of screens) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await accessible(page, `${name}, ${colorScheme}`)
    }
  })

test('no axe finding where nobody is signed in', async ({ browser, penstock, accessible }) => {
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: penstock.url,
  })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('E-mail').waitFor()
  await accessible(page, 'signing in')
  await context.close()
})
