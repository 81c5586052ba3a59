import type { StageSummary } from '@penstock/server'

/** The command that calls a stage's root; a preview's shows its token. */
export function curlCommand({ url, previewToken }: Pick<StageSummary, 'url' | 'previewToken'>): string {
  const access = previewToken === undefined ? '' : `-H 'x-penstock-preview: ${previewToken}' `
  return `curl -i ${access}${url}/`
}
