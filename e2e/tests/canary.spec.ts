import { expect, test } from '../fixtures.ts'
import { CanaryBar } from '../pages/canary-bar.ts'
import { DeploymentsPage } from '../pages/deployments-page.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'

const mocked = (marker: string) => ({
  description: 'OK',
  content: { 'application/json': { example: { marker } } },
})
const lighthouses = (marker: string, more: Record<string, unknown> = {}) => ({
  openapi: '3.1.0',
  info: { title: 'Lighthouses', version: '1.0.0' },
  paths: {
    '/lighthouses': { get: { operationId: 'lighthouses', responses: { 200: mocked(marker) } } },
    ...more,
  },
})
const piers = { '/piers': { get: { operationId: 'piers', responses: { 200: mocked('pier') } } } }

test('a canary is deployed from the review, watched, changed, promoted, and another one discarded', async ({
  page,
  rest,
  accessible,
}) => {
  const review = new ReviewPage(page, 'lighthouses')
  const bar = new CanaryBar(page, 'prod')
  const strip = new StageStrip(page)
  await rest('POST', '/api/v1/apis?slug=lighthouses&mode=create', lighthouses('one', piers))
  const { url } = await rest<{ url: string }>('POST', '/api/v1/apis/lighthouses/stages/prod/deployments', {})
  await rest('POST', '/api/v1/apis?slug=lighthouses&mode=overwrite', lighthouses('two'))
  const markers = async (count: number) => {
    const seen = new Set<string>()
    for (let call = 0; call < count; call++)
      seen.add(((await (await fetch(`${url}/lighthouses`)).json()) as { marker: string }).marker)
    return [...seen].sort()
  }

  await test.step('a part of the requests gets what is staged, and the others what they got', async () => {
    await review.open('prod')
    await bar.deploy('a lot')
    await expect(bar.dialog).toContainText('A number from 0 to 100.')
    await bar.dialog.getByRole('textbox', { name: /^Percent of/ }).fill('50')
    await accessible(page, 'the dialog of a canary')
    await bar.dialog.getByRole('button', { name: /as the canary$/ }).click()
    await bar.expectShare('v2 gets 50 % of prod’s requests')
    await expect(strip.stage('prod')).toContainText('v2 50 %')
    expect(await markers(60)).toEqual(['one', 'two'])
    await accessible(page, 'a review beside a canary')
  })

  await test.step('both sides are counted, and what fails more on the canary is said', async () => {
    for (let call = 0; call < 40; call++) await (await fetch(`${url}/piers`)).arrayBuffer()
    await expect(bar.side('canary')).toContainText('worse')
    await expect(bar.side('live')).not.toContainText('worse')
  })

  await test.step('another percentage holds at once; nothing is deployed past the canary', async () => {
    await bar.change('0')
    await bar.expectShare('v2 gets 0 % of prod’s requests')
    await expect.poll(() => markers(20)).toEqual(['one'])
    await expect(page.getByRole('button', { name: 'Deploy 2 changes to the canary…' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Other ways to deploy' })).toBeHidden()
  })

  await test.step('promoted, everybody gets it, and the review follows without being asked', async () => {
    await bar.promote(2)
    await expect(page.getByRole('heading', { name: 'prod is in step with the draft' })).toBeVisible()
    await expect.poll(() => markers(20)).toEqual(['two'])
  })

  await test.step('the history tells what was tried and what was promoted, and goes back past it', async () => {
    const deployments = new DeploymentsPage(page, 'lighthouses')
    const history = new HistoryPage(page, 'lighthouses')
    await rest('POST', '/api/v1/apis?slug=lighthouses&mode=overwrite', lighthouses('three'))
    await rest('POST', '/api/v1/apis/lighthouses/stages/prod/canary', { percentTraffic: 5 })
    await history.open()
    await expect(history.row(2)).toContainText('canary')
    await expect(history.row(3)).toContainText('promoted')
    await expect(history.row(4)).toContainText('in part')
    await bar.discard(4)
    await deployments.rollBackTo(1, 'prod')
    expect(await markers(5)).toEqual(['one'])
  })
})
