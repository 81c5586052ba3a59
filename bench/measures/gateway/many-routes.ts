import { type MeasureOptions, type Row, row } from '../../measure.ts'
import { deployMoreRoutes } from './deploy-routes.ts'
import { medianText, microsecondsByRound } from './microseconds.ts'
import { routeCount } from './nginx.ts'
import { route } from './race.ts'
import type { Stand } from './stand.ts'

/** As many as Microsoft Graph's API has operations. */
const manyRoutes = 11_422

/** What a request costs on a stage of many routes, as a ratio to one of three hundred in the same gateway. */
export async function* moreRoutes(stand: Stand, { isShort }: MeasureOptions): AsyncGenerator<Row> {
  const many = await deployMoreRoutes(stand.penstock, stand.backend.url, manyRoutes)
  const places = [
    { name: 'few', url: stand.url, path: route },
    { name: 'many', url: many.url, path: '/v1/r11000/42/items' },
  ]
  const samples = microsecondsByRound(stand.gateway, places, isShort ? 2 : 8)
  const ratios = samples.map(([few = Number.NaN, more = Number.NaN]) => more / few)
  const note = `${medianText(samples, 0)} and ${medianText(samples, 1)} µs`
  yield row(`processor time per request, 11,422 routes ÷ ${routeCount}`, '×', 1.05, ratios, { note })
}
