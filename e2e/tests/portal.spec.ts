import { expect, test } from '../fixtures.ts'
import { administrator } from '../pages/setup-page.ts'
import { PortalPage } from '../pages/portal-page.ts'

const hostile = [
  '# Pets',
  '<script>window.hacked = 1</script> <img src="x" onerror="window.hacked = 2">',
  '[click](javascript:window.hacked=3) and [the limits](#limits) and [home](https://example.com/)',
  '#### Limits',
  '<p onclick="window.hacked = 4">Sixty calls an <b>hour</b>.</p>',
].join('\n\n')

const description = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0', description: hostile },
  security: [{ token: [] }],
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        summary: 'List pets',
        tags: ['pets'],
        parameters: [{ name: 'kind', in: 'query', schema: { enum: ['cat', 'dog'] } }],
        responses: {
          200: { description: 'All pets', content: { 'application/json': { example: [{ name: 'Tom' }] } } },
        },
      },
      post: {
        operationId: 'pets/add',
        summary: 'Add a pet',
        tags: ['pets'],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
        responses: {
          201: { description: 'Added', content: { 'application/json': { example: { added: true } } } },
        },
      },
    },
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        summary: 'Get a pet',
        tags: ['pets'],
        responses: { 200: { description: 'A pet' } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Pet: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, parent: { $ref: '#/components/schemas/Pet' } },
      },
    },
  },
}

type Visibility = 'off' | 'signed-in' | 'public'

const withPortal = test.extend<{ portal: PortalPage; show: (visibility: Visibility) => Promise<void> }>({
  // Readers are nobody in particular.
  storageState: { cookies: [], origins: [] },
  show: ({ rest }, use, { testId }) =>
    use((visibility) =>
      rest('POST', '/trpc/portal.update', { slug: `pets-${testId.slice(0, 8)}`, visibility }),
    ),
  portal: async ({ page, rest, show }, use, { testId }) => {
    const slug = `pets-${testId.slice(0, 8)}`
    await rest('POST', `/api/v1/apis?slug=${slug}&mode=overwrite`, description)
    await rest('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
    await show('public')
    await use(new PortalPage(page, slug))
  },
})

// What an author wrote tries to run and is stopped by the page's policy; a portal that is closed answers 401 or 404.
withPortal.use({ expectedErrors: [/Content Security Policy|status of 40[14] .*\/portal-data\//] })

withPortal('what an author wrote is shown, and none of it runs', async ({ portal, page }) => {
  await portal.open()
  await portal.expectPage('Pets')
  const about = page.getByRole('main')
  await expect(about.getByText('Sixty calls an hour.')).toBeVisible()
  await expect(about.getByRole('heading', { name: 'Limits', level: 3 })).toHaveAttribute('id', 'about-limits')
  await expect(about.getByRole('link', { name: 'the limits' })).toHaveAttribute('href', '#about-limits')
  await expect(about.getByRole('link', { name: 'home' })).toHaveAttribute('rel', /noopener/)
  await expect(page.locator('a[href^="javascript"]')).toHaveCount(0)
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined()
})

withPortal('search, tree and history lead the same way, by keyboard alone', async ({ portal, page }) => {
  await portal.open()
  await portal.expectPage('Pets')
  await page.keyboard.press('/')
  await expect(portal.search).toBeFocused()
  await page.keyboard.type('add pet')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await portal.expectPage('Add a pet')
  await expect(portal.heading).toBeFocused()
  expect(page.url()).toContain(`/portal/${portal.slug}/operations/pets%2Fadd`)
  await page.goBack()
  await portal.expectPage('Pets')
  await page.goForward()
  await portal.expectPage('Add a pet')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(portal.tree).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await portal.expectPage('Get a pet')
})

withPortal('a call is filled in, sent with its token and answered', async ({ portal, page, accessible }) => {
  await portal.open('/operations/getPet')
  await portal.send()
  await expect(page.getByRole('textbox', { name: 'id' })).toBeFocused()
  await expect(page.getByText('Fill this in')).toBeVisible()

  await portal.open(`/operations/${encodeURIComponent('pets/add')}`)
  await page.getByRole('textbox', { name: 'Token' }).fill('very secret')
  await expect(page.getByRole('group', { name: 'curl sample', exact: true })).toContainText(
    'Bearer YOUR_TOKEN',
  )
  const sent = page.waitForRequest(/\/calls$/)
  await portal.send()
  expect((await sent).postDataJSON()).toMatchObject({
    stage: 'prod',
    method: 'POST',
    path: '/pets',
    headers: [
      ['authorization', 'Bearer very secret'],
      ['content-type', 'application/json'],
    ],
  })
  await expect(page.getByRole('group', { name: 'body of the answer', exact: true })).toContainText(
    '"added": true',
  )
  await expect(page.getByText('answered by deployment v1')).toBeVisible()
  await accessible(page, 'an answered call')
  expect(
    await page.evaluate(() => Object.values(localStorage).concat(Object.values(sessionStorage)).join()),
  ).not.toContain('secret')
})

withPortal(
  'a schema that contains itself opens as far as the reader likes',
  async ({ portal, page, accessible }) => {
    await portal.open('/schemas/Pet')
    await portal.expectPage('Pet')
    for (let depth = 0; depth < 3; depth++)
      await page.getByRole('button', { name: 'Open parent' }).nth(0).click()
    await expect(page.getByRole('button', { name: 'Close parent' })).toHaveCount(3)
    await accessible(page, 'an opened schema')
  },
)

withPortal(
  'signing in leads back to the page that asked for it',
  async ({ portal, page, show, session, accessible }) => {
    expect(session).toBeTruthy()
    await show('signed-in')
    await portal.open('/operations/listPets')
    await expect(page.getByRole('heading', { name: "Sign in to read this API's reference" })).toBeVisible()
    await accessible(page, 'a portal that asks for signing in')
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('E-mail').fill(administrator.email)
    await page.getByLabel('Password').fill(administrator.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await portal.expectPage('List pets')

    await show('off')
    await portal.open()
    await expect(
      page.getByRole('heading', { name: 'There is no API reference at this address' }),
    ).toBeVisible()
    await accessible(page, 'a portal that is not there')
  },
)

withPortal('an edit is not seen before it is deployed', async ({ portal, page, rest }) => {
  const edited = structuredClone(description)
  edited.paths['/pets'].get.summary = 'List all pets'
  await rest('POST', `/api/v1/apis?slug=${portal.slug}&mode=overwrite`, edited)
  await portal.open('/operations/listPets')
  await portal.expectPage('List pets')
  await rest('POST', `/api/v1/apis/${portal.slug}/stages/prod/deployments`, {})
  await page.reload()
  await portal.expectPage('List all pets')
})
