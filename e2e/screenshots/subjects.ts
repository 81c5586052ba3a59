import { expect, type Page } from '@playwright/test'
import { CodePage } from '../pages/code-page.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { DrawingPage } from '../pages/drawing-page.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { LargeGraph } from '../pages/large-graph.ts'
import { PortalPage } from '../pages/portal-page.ts'
import { RequestPanel } from '../pages/request-panel.ts'
import { ReviewPage } from '../pages/review-page.ts'
import type { Subject } from './subject.ts'

const coffee = 'coffee-shop'

async function designer(page: Page, slug: string) {
  const shown = new DesignerPage(page, slug)
  await shown.open()
  return shown
}

/** Selects the first that a search finds, and leaves the outline as it was. */
async function find({ page, outline, canvas }: DesignerPage, words: string) {
  const search = outline.getByRole('searchbox')
  await search.fill(words)
  await search.press('Enter')
  await search.fill('')
  await canvas.focus()
  await page.keyboard.press('2')
}

/** Everything that is worth a picture, in the order of the guide. */
export const subjects: readonly Subject[] = [
  {
    name: 'designer-empty',
    alt: 'The designer of an API in which nothing is drawn: the palette above the canvas, a card that offers the first resource, the outline at the left and the inspector at the right.',
    async show(page) {
      await expect((await designer(page, 'empty')).emptyCard).toBeVisible()
    },
  },
  {
    name: 'designer-flow',
    alt: 'The flow of one method open on the canvas: caller, authorizer, key and limits, integration and back, with a plus on the edges where a step can be inserted.',
    async show(page) {
      const shown = new DrawingPage(page, 'orders')
      await shown.open()
      await shown.openFlow('createOrder')
      await shown.selectNode('Key and limits')
      await page.keyboard.press('ControlOrMeta+i')
      await expect(shown.inspector).toBeHidden()
      await shown.fit()
    },
  },
  {
    name: 'designer-github',
    alt: "GitHub's API, 845 operations, in the designer: resources with their counts, the operations of gists as cards, and the form of the selected one.",
    async show(page) {
      const shown = await designer(page, 'github')
      await find(shown, 'get gists')
      await expect(shown.node('gists/list')).toBeInViewport({ ratio: 0.99 })
    },
  },
  {
    name: 'designer-graph-far',
    alt: "Microsoft Graph's API, 11,422 operations, from afar: a map of its groups, each as large as it has operations, with its name and its count.",
    async show(page) {
      const shown = new LargeGraph(page, 'graph')
      await shown.open()
      await expect(shown.node('/agreements')).toBeVisible()
      await expect(async () => {
        await shown.fit()
        await expect(shown.map).toBeVisible({ timeout: 1000 })
      }).toPass()
    },
  },
  {
    name: 'designer-graph-near',
    alt: 'The same API up close: the operations of one resource as cards, with the others collapsed around them.',
    async show(page) {
      const shown = await designer(page, 'graph')
      await find(shown, 'get agreements list')
      await expect(shown.node('agreements.agreement.ListAgreement')).toBeInViewport({ ratio: 0.99 })
    },
  },
  {
    name: 'review',
    alt: "The review of four changes to GitHub's API: the list with their verdicts at the left, with the text of the one that is open, and the graph with what is changed marked and the rest faded.",
    async show(page) {
      const review = new ReviewPage(page, 'github')
      await review.open('prod')
      await review.expectSentence(/^4 changes to prod/)
      await page.keyboard.press('j')
      await expect(review.graph).toBeVisible()
    },
  },
  {
    name: 'deploy-request',
    alt: 'A deploy request: its changes on the graph, what people say of them, and who has approved.',
    async show(page) {
      await page.goto(`/apis/${coffee}/deployments/requests/1`)
      await page
        .getByRole('region', { name: 'Changes' })
        .getByRole('button', { name: 'Add GET /prices' })
        .click()
      await expect(page.getByRole('application')).toBeVisible()
    },
  },
  {
    name: 'compare',
    alt: 'Two versions of the history compared: what was added, removed and changed between them, in words and on the graph.',
    async show(page) {
      const history = new HistoryPage(page, coffee)
      await history.open()
      await history.compare(1, 3)
      await page.keyboard.press('j')
      await expect(history.graph).toBeVisible()
    },
  },
  {
    name: 'code',
    alt: 'The sample API as an OpenAPI document beside its graph: the lines of the selected operation are marked.',
    async show(page) {
      const shown = await designer(page, coffee)
      await new CodePage(page).open()
      await shown.selectNode('createOrder')
      await expect(new CodePage(page).highlighted.first()).toBeVisible()
    },
  },
  {
    name: 'route',
    alt: 'The route oracle: the way of GET /orders/17 lit on the graph, the routes that do not answer with their reasons, and the request that the backend would get.',
    async show(page) {
      await designer(page, coffee)
      const panel = new RequestPanel(page)
      await panel.ask('GET /orders/17')
      await panel.expectAnsweredBy('GET', '/orders/{orderId}')
    },
  },
  {
    name: 'try-it',
    alt: 'A request that was sent to the preview: its answer and its phases under the graph, and the time that each took on the nodes.',
    async show(page) {
      const shown = await designer(page, coffee)
      await find(shown, 'post orders')
      await page.getByRole('button', { name: 'Try it' }).first().click()
      const panel = new RequestPanel(page)
      await panel.send()
      await expect(panel.phases).toBeVisible()
    },
  },
  {
    name: 'portal',
    alt: 'An operation in the developer portal: what it takes and answers, a code sample, and the form that calls it.',
    async show(page) {
      const portal = new PortalPage(page, coffee)
      await portal.open()
      await portal.search.fill('order a drink')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await portal.expectPage('Order a drink')
    },
  },
]
