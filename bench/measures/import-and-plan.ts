import { startPenstock } from '@penstock/testkit'
import { description } from '../corpus.ts'
import { type Measure, row, timed } from '../measure.ts'
import { rest } from '../rest.ts'
import { undisturbed } from '../undisturbed.ts'

/** Import to a stored draft, then the plan after one edit, for two sizes of real descriptions. */
export const importAndPlan: Measure = {
  name: 'import-and-plan',
  async run() {
    await using penstock = await startPenstock()
    const rows = []
    for (const { name, label, importLimit, planLimit, imports } of [
      { name: 'github', label: "GitHub's", importLimit: 2, planLimit: 50, imports: 5 },
      { name: 'graph', label: "Graph's", importLimit: 40, planLimit: 400, imports: 2 },
    ] as const) {
      const document = await description(name)
      const importTimes: number[] = []
      for (let i = 0; i < imports; i++)
        importTimes.push(
          (await timed(() =>
            rest(penstock, 'POST', `/api/v1/apis?slug=${name}-${i}&mode=create`, document),
          )) / 1000,
        )
      rows.push(row(`import ${label} description to a stored draft`, 's', importLimit, importTimes))

      const slug = `${name}-0`
      await rest(penstock, 'POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
      const plan = () => timed(() => rest(penstock, 'GET', `/api/v1/apis/${slug}/stages/prod/plan`))
      const edit = async (at: number) => {
        await rest(penstock, 'PUT', `/api/v1/apis/${slug}/functions/edit`, {
          code: `exports.handler = async () => ${at}`,
        })
      }
      const { samples, ...host } = await undisturbed(15, plan, edit)
      rows.push(row(`plan after one edit in ${label}`, 'ms', planLimit, samples, host))
    }
    return rows
  },
}
