import type { Core } from '../core.ts'

/** Where a stage is called: on the first gateway that is connected, or where the one of this machine will be. */
export interface StageAddress {
  /** `http://<gateway>/<slug>/<stage>` */
  readonly url: string
  /** `http://<slug>.<gateway domain>/<stage>`; `$default` is at the root. */
  readonly hostUrl: string
}

export interface AddressContext {
  readonly core: Pick<Core, 'sync'>
  readonly shell: { readonly gatewayDomain: string; readonly gatewayPort: number }
}

export function stageAddress({ core, shell }: AddressContext, slug: string, stage: string): StageAddress {
  const base = new URL(gatewayUrl(core) ?? `http://127.0.0.1:${shell.gatewayPort}`)
  const host = new URL(base)
  host.hostname = `${slug}.${shell.gatewayDomain}`
  return {
    url: base.origin + stagePath(slug, stage),
    hostUrl: host.origin + (stage === '$default' ? '' : `/${stage}`),
  }
}

/** Base URL that a connected gateway gave as its own. */
export function gatewayUrl({ sync }: Pick<Core, 'sync'>): string | undefined {
  return sync.nodes().find(({ connected, url }) => connected && url !== '')?.url
}

/** Slugs and stages have only characters that stand for themselves in a path. */
export function stagePath(slug: string, stage: string): string {
  return `/${slug}/${stage}`
}
