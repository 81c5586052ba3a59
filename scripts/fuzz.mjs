// npm run fuzz -- [seconds] [seed]: made-up requests and answers, read by our codec and by node:http, undici and nginx.
import { spawnSync } from 'node:child_process'

const [seconds = '600', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'integration', 'apps/gateway/src/wire/fuzz', '--disable-console-intercept'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed } },
)
process.exit(status ?? 1)
