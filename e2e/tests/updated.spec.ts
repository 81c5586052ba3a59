import { expect, test } from '../fixtures.ts'
import { ApiListPage } from '../pages/api-list-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'

test.use({ expectedErrors: [/assets\/|preload|dynamically imported/] })

test('a page that stayed open while Penstock was updated says so, and is whole again after a reload', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=updated&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Updated', version: '1' },
    paths: {
      '/things': { get: { operationId: 'listThings', responses: { 200: { description: 'Things' } } } },
    },
  })
  await new ApiListPage(page).open()
  // The build that this page is of is gone from the disk.
  await page.route(/\/assets\/designer-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: /^Updated/ }).click()
  const reload = page.getByRole('button', { name: 'Reload the page' })
  await expect(page.getByText('This part of the console could not be loaded')).toBeVisible()
  await accessible(page, 'a part that could not be loaded')

  await page.unrouteAll()
  await reload.click()
  await expect(new DesignerPage(page, 'updated').node('/things')).toBeVisible()
})

test('a designer whose graph can not be laid out by a part that is gone says so instead of waiting', async ({
  page,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=outdated&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Outdated', version: '1' },
    paths: {
      '/things': { get: { operationId: 'listThings', responses: { 200: { description: 'Things' } } } },
    },
  })
  await page.route(/\/assets\/layout-worker-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }))
  await page.goto('/apis/outdated/design')
  await expect(page.getByText('The graph could not be drawn')).toBeVisible()
  await accessible(page, 'a graph that could not be drawn')

  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(new DesignerPage(page, 'outdated').node('/things')).toBeVisible()
})
