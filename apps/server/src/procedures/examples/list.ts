import { recordsOf } from '@penstock/model'
import { authorize } from '../../policies/authorize.ts'
import type { ExampleSummary } from '../../presenters/example-run-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** The examples of a draft by name: how many there are to run. */
export const listExamples = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<ExampleSummary[]> {
    authorize(actor, 'read APIs')
    const { definition } = await core.drafts.open(slug)
    return [...recordsOf(definition, 'example')]
      .map(({ id, name, method }) => ({ id, name, method }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  },
})
