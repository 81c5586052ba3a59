import { AppError } from '@penstock/errors'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { type CachedStage, showCache } from '../show-cache.ts'

export const cache: Command = {
  name: 'cache',
  summary: 'Show how a stage keeps answers, or forget what it has kept',
  args: [
    { name: '<action>', description: 'show or flush' },
    { name: '<api>', description: 'slug of the API' },
    { name: '<stage>', description: 'name of the stage' },
  ],
  options: [],
  example: 'penstock cache flush orders prod',
  async run({ client, output }, [action, api, name]) {
    if (action !== 'show' && action !== 'flush')
      throw new AppError('INVALID_INPUT', { params: { reason: `"${action}" is not show or flush.` } })
    const base = `/api/v1/apis/${encodeURIComponent(api!)}/stages`
    // Looked for first: setting something of a stage makes one that is not there.
    const { stages } = await client.json<{ stages: CachedStage[] }>('GET', base)
    const stage = stages.find((one) => one.name === name)
    if (!stage) {
      const hint = `It has ${stages.map((one) => one.name).join(', ')}.`
      throw new AppError('STAGE_NOT_FOUND', { params: { slug: api!, stage: name!, hint } })
    }
    if (action === 'show') output.result(told(stage), showCache(stage).join('\n'))
    else if (stage.cache === null)
      output.result(told(stage), `${name} keeps no answers: there is nothing to forget.`)
    else {
      const flushed = await client.json<CachedStage>('PUT', `${base}/${encodeURIComponent(name!)}`, {
        flushCache: true,
      })
      output.result(told(flushed), `${name} has forgotten what it kept.`)
    }
    return exitCode.done
  },
}

function told({ cache: settings, cacheFlushedAt }: CachedStage) {
  return { cache: settings, cacheFlushedAt }
}
