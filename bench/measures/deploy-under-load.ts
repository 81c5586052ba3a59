import { startPenstock } from '@penstock/testkit'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { description } from '../corpus.ts'
import { type Measure, row, timed } from '../measure.ts'
import { rest } from '../rest.ts'
import { undisturbed } from '../undisturbed.ts'

const deployments = 50
const requestsPerSecond = 500

/**
 * Deploys GitHub's description at least fifty times, each with another text in one mock, while 500 requests a second call that
 * mock. A deployment counts until its answer, which is given when the gateway serves it. An answer fails when it is not a
 * 200; answers are mixed when one deployment's header came with two texts.
 */
export const deployUnderLoad: Measure = {
  name: 'deploy-under-load',
  async run() {
    await using penstock = await startPenstock()
    const document = JSON.parse(await description('github')) as { paths: Record<string, unknown> }
    const withText = (text: string) => {
      document.paths['/marker'] = marker(text)
      return JSON.stringify(document)
    }
    await rest(penstock, 'POST', '/api/v1/apis?slug=github&mode=create&compatibility=native', withText('0'))
    const first = await rest<{ url: string }>(
      penstock,
      'POST',
      '/api/v1/apis/github/stages/prod/deployments',
      {},
    )

    const load = startLoad(new URL(`${first.url}/marker`))
    const deploy = () =>
      timed(() => rest(penstock, 'POST', '/api/v1/apis/github/stages/prod/deployments', {}))
    const edit = async (at: number) => {
      await rest(
        penstock,
        'POST',
        '/api/v1/apis?slug=github&mode=overwrite&compatibility=native',
        withText(String(at + 1)),
      )
    }
    const { samples, ...host } = await undisturbed(deployments, deploy, edit)
    const answers = await load.stop()
    return [
      row("deploy GitHub's to answering on the gateway", 'ms', 500, samples, { judged: 'p95', ...host }),
      row('failed answers during the deployments', 'answers', 0, [answers.failed], {
        note: `of ${answers.total} at ${answers.rate.toFixed(0)}/s`,
      }),
      row('mixed answers during the deployments', 'answers', 0, [answers.mixed], {
        note: `${answers.versions} versions seen`,
      }),
    ]
  },
}

function marker(text: string) {
  return {
    get: {
      responses: { 200: { description: 'marker' } },
      'x-amazon-apigateway-integration': {
        type: 'mock',
        requestTemplates: { 'application/json': '{"statusCode": 200}' },
        responses: {
          default: {
            statusCode: '200',
            responseTemplates: { 'application/json': `{"deployment": ${text}}` },
          },
        },
      },
    },
  }
}

/** Open loop: a request every 2 ms whatever the answers do. */
function startLoad(url: URL) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const bodies = new Map<string, Set<string>>()
  let total = 0
  let failed = 0
  let running = true
  const began = performance.now()
  const one = async () => {
    total++
    try {
      const call = request(url, { agent })
      call.end()
      const [response] = await once(call, 'response')
      let body = ''
      for await (const chunk of response) body += chunk
      const version = String(response.headers['x-penstock-deployment'])
      if (response.statusCode !== 200) failed++
      const seen = bodies.get(version)
      if (seen) seen.add(body)
      else bodies.set(version, new Set([body]))
    } catch {
      failed++ // a refused or cut connection is what this counts
    }
  }
  const pending = new Set<Promise<void>>()
  const loop = (async () => {
    for (let sent = 0; running; ) {
      const due = ((performance.now() - began) / 1000) * requestsPerSecond
      for (; sent < due; sent++) {
        const call = one().finally(() => pending.delete(call))
        pending.add(call)
      }
      await wait(2)
    }
  })()
  return {
    async stop() {
      running = false
      await loop
      const seconds = (performance.now() - began) / 1000
      await Promise.all(pending)
      agent.destroy()
      const mixed = [...bodies.values()].filter((texts) => texts.size > 1).length
      return { total, failed, mixed, versions: bodies.size, rate: total / seconds }
    },
  }
}
