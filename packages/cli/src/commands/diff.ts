import type { Verdict } from '@penstock/diff'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { openDocument } from '../open-document.ts'
import { showChanges } from '../show-plan.ts'

const order: readonly Verdict[] = ['documentation', 'safe', 'risky', 'breaking']

export const diff: Command = {
  name: 'diff',
  summary: 'What changed between two descriptions, and what it means for clients; works offline',
  args: [
    { name: '<before>', description: 'OpenAPI document' },
    { name: '<after>', description: 'OpenAPI document' },
  ],
  options: [
    {
      flags: '--fail-on <verdict>',
      description: 'exit with 1 at this verdict or worse',
      choices: ['breaking', 'risky', 'safe'],
    },
  ],
  example: 'penstock diff main.yaml branch.yaml --fail-on breaking',
  async run({ output }, [before, after], options) {
    const [{ judge }, { diffDefinitions }] = await Promise.all([
      import('@penstock/diff'),
      import('@penstock/model'),
    ])
    const from = (await openDocument(before!)).definition
    const to = (await openDocument(after!)).definition
    const changes = judge(from, to, diffDefinitions(from, to))
    output.result({ changes }, changes.length ? showChanges(changes).join('\n') : 'No change in meaning')
    const limit = order.indexOf((text(options, 'failOn') ?? '') as Verdict)
    const failed = limit >= 0 && changes.some((change) => order.indexOf(change.verdict) >= limit)
    return failed ? exitCode.failed : exitCode.done
  },
}
