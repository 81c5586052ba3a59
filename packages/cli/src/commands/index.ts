import type { Command } from '../command.ts'
import { canary } from './canary.ts'
import { cache } from './cache.ts'
import { deploy } from './deploy.ts'
import { diagnose } from './diagnose.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { exportApi } from './export.ts'
import { gateway } from './gateway.ts'
import { importApi } from './import.ts'
import { lint } from './lint.ts'
import { logs } from './logs.ts'
import { plan } from './plan.ts'
import { request } from './request.ts'
import { rollback } from './rollback.ts'
import { server } from './server.ts'
import { start } from './start.ts'

export const commands: readonly Command[] = [
  start,
  server,
  gateway,
  importApi,
  exportApi,
  plan,
  deploy,
  canary,
  request,
  rollback,
  cache,
  explain,
  diff,
  lint,
  logs,
  diagnose,
]
