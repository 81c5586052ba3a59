import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { changesToFailOn, failOnOption } from '../fail-on.ts'
import { openDocument } from '../open-document.ts'
import { showChanges } from '../show-plan.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'What changed between two descriptions, and what it means for clients; works offline',
  args: [
    { name: '<before>', description: 'OpenAPI document' },
    { name: '<after>', description: 'OpenAPI document' },
  ],
  options: [failOnOption('exit with 1 at this verdict or worse', ['breaking', 'risky', 'safe'])],
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
    return changesToFailOn(changes, options).length > 0 ? exitCode.failed : exitCode.done
  },
}
