// Generates the database client from schema.prisma, without the network. Skips when it is up to date (--force does not).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const packageFile = require.resolve('prisma/package.json')
const { version, bin } = JSON.parse(readFileSync(packageFile, 'utf8'))
const stampFile = join(root, 'src/generated/.stamp')
const stamp = createHash('sha256')
  .update(version)
  .update(readFileSync(join(root, 'schema.prisma')))
  .digest('hex')

if (!process.argv.includes('--force') && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
  process.exit(0)

const result = spawnSync(process.execPath, [join(dirname(packageFile), bin.prisma), 'generate'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'pipe'],
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts/schema-engine-shim.sh'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
if (result.status !== 0) {
  process.stderr.write(result.stdout + result.stderr)
  process.exit(result.status ?? 1)
}
writeFileSync(stampFile, stamp)
