import type { DeploymentView } from '@penstock/server'

export const sources: Readonly<Record<DeploymentView['source'], string>> = {
  console: 'console',
  cli: 'command line',
  api: 'REST',
}
