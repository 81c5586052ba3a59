import type { Page } from '@playwright/test'
import { description } from '../../corpus.ts'
import { rest } from '../../rest.ts'
import type { Console } from './start-console.ts'
import { seen } from './stopwatch.ts'

/** An API that is measured with: one of usual size, and one of the largest that there are. */
export interface MeasuredApi {
  readonly slug: 'github' | 'graph'
  readonly label: string
  /** A method to edit: its line when the outline is searched for it. */
  readonly method: string
  /** A resource that is drawn when the designer opens, to drop things on. */
  readonly resource: string
  readonly limits: { readonly stroke: number; readonly frame: number; readonly open: number }
}

export const github: MeasuredApi = {
  slug: 'github',
  label: "GitHub's",
  method: 'GET /gists',
  resource: '/gists',
  limits: { stroke: 50, frame: 20, open: 1.5 },
}

export const graph: MeasuredApi = {
  slug: 'graph',
  label: "Graph's",
  method: 'GET /admin',
  resource: '/agreements',
  limits: { stroke: 100, frame: 33, open: 4 },
}

/** Imports a description and deploys it, so that the designer has a stage to compare with. */
export async function prepare({ penstock }: Console, { slug }: MeasuredApi): Promise<void> {
  await rest(penstock, 'POST', `/api/v1/apis?slug=${slug}&mode=create`, await description(slug))
  await rest(penstock, 'POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
}

/** Enters the address of the designer. Answers when the graph was painted: cards that say how much they hold. */
export async function openDesigner(
  page: Page,
  { penstock }: Console,
  { slug }: MeasuredApi,
): Promise<number> {
  await page.goto(`${penstock.url}/apis/${slug}/design`, { waitUntil: 'commit' })
  return seen(page, { selector: '.flow-canvas .react-flow__node .node-count' })
}
