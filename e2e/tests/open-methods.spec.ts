import { expect, test } from '../fixtures.ts'
import { DrawingPage } from '../pages/drawing-page.ts'
import { PortalPage } from '../pages/portal-page.ts'
import { ReviewPage } from '../pages/review-page.ts'

const responses = { 200: { description: 'OK' } }
const backend = { type: 'http_proxy', httpMethod: 'POST', uri: 'https://backend.example/orders' }

test('a method whose authorizer decides nothing is open wherever it is looked at', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=open-orders&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Open orders', version: '1' },
    paths: {
      '/orders': {
        post: { operationId: 'placeOrder', responses, 'x-amazon-apigateway-integration': backend },
      },
    },
  })
  const designer = new DrawingPage(page, 'open-orders')
  const sentence = 'POST /orders is open to everybody: "authorizer" only says how to sign in.'

  await test.step('on the step and on the card of the method, near by and from afar', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await designer.open()
    await designer.openFlow('placeOrder')
    await designer.insert('caller and integration')
    await designer.choose('New authorizer')
    await expect(designer.node('Authorizer').getByText('not enforced')).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 800 })
    await designer.fit()
    await expect(designer.node('Authorizer').getByText('not enforced')).toBeVisible()
    await designer.closeFlow('placeOrder')
    const mark = designer.node('placeOrder').getByRole('img', { name: 'Authorizer: not enforced' })
    await expect(mark).toBeVisible()
    for (let zoom = await designer.zoom(); zoom > 60; zoom = await designer.zoom()) {
      await page.getByRole('button', { name: 'Zoom out' }).click()
      await expect.poll(() => designer.zoom()).toBeLessThan(zoom)
    }
    await expect(mark).toBeVisible()
    await designer.openFlow('placeOrder')
    await expect(designer.node('Authorizer').getByText('not enforced')).toBeVisible()
  })

  await test.step('in the form of the method, which says what to do and leads there', async () => {
    await designer.selectNode('placeOrder')
    const note = designer.inspector.getByRole('note').filter({ hasText: 'Not enforced' })
    await expect(note).toContainText('everybody gets in. "authorizer" only says how to sign in.')
    await accessible(page, 'the form of a method whose authorizer decides nothing')
    await note.getByRole('button', { name: 'Open the authorizer' }).click()
    await expect(designer.field('Who decides')).toBeVisible()
    await designer.expectSaved()
  })

  await test.step('in the review, in words', async () => {
    await new ReviewPage(page, 'open-orders').createFirst('prod')
    await expect(page.getByRole('region', { name: 'Checks' })).toContainText(sentence)
    await accessible(page, 'a review of an open method')
    await page.getByRole('button', { name: /^Deploy .* to prod$/ }).click()
    await expect(page.getByRole('link', { name: /^prod.*v1/ })).toBeVisible()
  })

  await test.step('in the portal, which promises no protection', async () => {
    await rest('PUT', '/api/v1/apis/open-orders/portal', { visibility: 'public' })
    const portal = new PortalPage(page, 'open-orders')
    await portal.open()
    await expect(page.getByText('The gateway does not check it everywhere')).toBeVisible()
    await portal.tree.getByText('placeOrder').click()
    await expect(page.getByText('The gateway does not check authorizer')).toBeVisible()
    await accessible(page, 'an open operation')
  })
})
