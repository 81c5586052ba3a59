// Edits and deploys as fast as it can, and prints each deployment once it is acknowledged, until it is killed.
// argv: data folder, database URL or nothing
import { openDatabase } from '@penstock/prisma'
import { createCore } from '../core.ts'
import { ada, edit } from './core.fixture.ts'
import { deploy } from './deploy.ts'

const [dataDir, databaseUrl] = process.argv.slice(2) as [string, string | undefined]
const database = await openDatabase({ dataDir, databaseUrl })
const core = await createCore({ database, dataDir, previewDelayMs: 60_000 })
const context = { ...core, actor: ada }
for (let round = 0; ; round++) {
  await edit(context, { summary: `${process.pid} ${round}`, description: 'x'.repeat(20_000) + round })
  const { id, version } = await deploy(context, { slug: 'pets', stage: 'prod' })
  process.stdout.write(`${id} ${version}\n`)
}
