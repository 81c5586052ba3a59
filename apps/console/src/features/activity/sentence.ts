import type { AuditAction, AuditView, Role } from '@penstock/server'
import { roleNames } from '../workspace/roles.ts'

/** The screen of an API that a part of a sentence leads to. */
export type Place = 'design' | 'deployments' | 'traffic' | 'settings' | 'portal'

/** Words, or what they are about. */
export type Part = string | { readonly text: string; readonly place?: Place; readonly request?: number }

type Data = AuditView['data']

/** Whom a portal was opened to. */
const audiences: Readonly<Record<string, string>> = {
  'signed-in': ' to people with an account',
  public: ' to everybody',
}

/** The settings of a stage, by their names in the log. */
const settings: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['variables', 'changed the variables of '],
  ['requiredApprovals', 'changed who approves for '],
  ['throttle', 'changed the throttling of '],
  ['limits', 'changed the limits of '],
  ['flushCache', 'flushed the response cache of '],
  ['cache', 'changed the response cache of '],
]

const sentences: Record<AuditAction, (entry: AuditView) => readonly Part[]> = {
  'create-api': (entry) => ['created ', api(entry, 'design')],
  import: (entry) => ['imported a description into ', api(entry, 'design')],
  edit: (entry) => ['edited ', api(entry, 'design'), ` (${records(entry.data)}${saves(entry.data)})`],
  'put-function': (entry) => ['changed a function of ', api(entry, 'design')],
  'remove-api': ({ api: slug, data }) => ['removed the API ', { text: text(data, 'name') || (slug ?? '') }],
  deploy: (entry) => [
    'deployed ',
    api(entry, 'deployments', version(entry.data)),
    ' to ',
    { text: text(entry.data, 'stage') },
  ],
  rollback: (entry) => [
    'rolled ',
    { text: text(entry.data, 'stage') },
    ' back, as ',
    api(entry, 'deployments', version(entry.data)),
  ],
  canary: (entry) => [
    'deployed ',
    api(entry, 'deployments', version(entry.data)),
    ' as the canary of ',
    stage(entry),
    `, with ${percent(entry.data)} of its requests`,
  ],
  'update-canary': (entry) => [
    'changed the canary of ',
    stage(entry),
    ', ',
    api(entry, 'deployments', version(entry.data)),
    ', which gets ',
    percent(entry.data),
    ' of its requests',
  ],
  promote: (entry) => [
    'promoted the canary of ',
    stage(entry),
    ', as ',
    api(entry, 'deployments', version(entry.data)),
  ],
  'discard-canary': (entry) => [
    'discarded the canary of ',
    stage(entry),
    ', ',
    api(entry, 'deployments', version(entry.data)),
  ],
  'open-request': (entry) => ['opened ', request(entry), ' to deploy to ', stage(entry)],
  'rebase-request': (entry) => ['rebased ', request(entry)],
  'comment-request': (entry) => [
    entry.data['edited'] === true
      ? 'reworded a comment on '
      : entry.data['resolved'] === true
        ? 'resolved a comment on '
        : entry.data['resolved'] === false
          ? 'reopened a comment on '
          : entry.data['deleted'] === true
            ? 'deleted a comment on '
            : entry.data['thread'] !== undefined
              ? 'answered a comment on '
              : 'commented on ',
    request(entry),
  ],
  'vote-request': (entry) => [
    text(entry.data, 'verdict') === 'approve' ? 'approved ' : 'asked for changes of ',
    request(entry),
  ],
  'schedule-request': (entry) => [
    text(entry.data, 'at') === '' ? 'put ' : 'scheduled ',
    request(entry),
    text(entry.data, 'at') === '' ? ' next in line for ' : ' to be deployed to ',
    stage(entry),
  ],
  'unschedule-request': (entry) => ['took ', request(entry), ' from the queue'],
  'hold-request': (entry) => ['could not have ', request(entry), ' deployed: ', text(entry.data, 'reason')],
  'revert-request': (entry) => ['reverted ', request(entry)],
  'end-revert': (entry) => ['kept what ', request(entry), ' deployed'],
  'close-request': (entry) => ['closed ', request(entry)],
  'acknowledge-change': (entry) => {
    const titles = Array.isArray(entry.data['titles']) ? entry.data['titles'].map(String) : []
    const listed = Array.isArray(entry.data['changes']) ? entry.data['changes'].length : titles.length
    // Entries of an earlier version list all, and count none.
    const count = typeof entry.data['count'] === 'number' ? entry.data['count'] : listed
    return [
      `acknowledged ${count === 1 ? `“${titles[0] ?? ''}”` : `${count} changes`} for `,
      stage(entry),
      ' of ',
      api(entry, 'deployments'),
      `: ${text(entry.data, 'reason')}`,
    ]
  },
  'withdraw-acknowledgement': (entry) => [
    'took back an acknowledgement for ',
    stage(entry),
    ' of ',
    api(entry, 'deployments'),
  ],
  'override-check': (entry) => [
    entry.data['to'] === null ? 'restored the check ' : 'set the check ',
    { text: text(entry.data, 'check') },
    entry.data['to'] === null ? ' of ' : ` to ${text(entry.data, 'to')} for `,
    api(entry, 'deployments'),
    text(entry.data, 'reason') === '' ? '' : `: ${text(entry.data, 'reason')}`,
  ],
  'create-stage': (entry) => ['added the stage ', stage(entry), ' to ', api(entry, 'settings')],
  'update-stage': (entry) => {
    const [, words] = settings.find(([name]) => entry.data[name] !== undefined) ?? settings[0]
    return [words, stage(entry), ' of ', api(entry, 'settings')]
  },
  'remove-stage': (entry) => ['removed the stage ', stage(entry), ' of ', api(entry, 'settings')],
  'update-portal': (entry) => {
    const visibility = text(entry.data, 'visibility')
    const audience = audiences[visibility]
    if (audience !== undefined) return ['opened the portal of ', api(entry, 'portal'), audience]
    return [visibility === 'off' ? 'closed the portal of ' : 'changed the portal of ', api(entry, 'portal')]
  },
  'create-api-key': ({ data }) => ['made the API key ', { text: text(data, 'name') }],
  'update-api-key': ({ data }) => [
    data['enabled'] === true ? 'enabled the API key ' : 'disabled the API key ',
    { text: text(data, 'name') },
  ],
  'remove-api-key': ({ data }) => ['removed the API key ', { text: text(data, 'name') }],
  'put-usage-plan': ({ data }) => ['set the usage plan ', { text: text(data, 'name') }],
  'remove-usage-plan': ({ data }) => ['removed the usage plan ', { text: text(data, 'name') }],
  'diagnose-request': (entry) => [
    entry.data['repeat'] === true ? 'had a failed request repeated of ' : 'looked into a failed request of ',
    api(entry, 'traffic'),
  ],
  'create-user': ({ data }) => ['added ', { text: text(data, 'email') }, ` as ${role(data, 'role')}`],
  'rename-user': ({ data }) => ['changed their name to ', { text: text(data, 'name') }],
  'change-role': ({ data }) => ['made ', { text: text(data, 'email') }, ` ${role(data, 'to')}`],
  'change-password': () => ['changed their password'],
  'create-reset-link': ({ data }) => ['made a reset link for ', { text: text(data, 'email') }],
  'reset-password': () => ['chose a new password with a reset link'],
  'remove-user': ({ data }) => ['removed the user ', { text: text(data, 'email') }],
  'create-token': ({ data }) => [
    'made the API token ',
    { text: text(data, 'name') },
    ` with the rights of ${role(data, 'role')}`,
  ],
  'revoke-token': ({ data }) => ['revoked the API token ', { text: text(data, 'name') }],
}

/** What somebody did, as it follows their name: "deployed GitHub v3 to production". */
export function sentenceOf(entry: AuditView): readonly Part[] {
  // A newer Penstock may have written what this one does not know.
  const sentence = sentences[entry.action] as (typeof sentences)[AuditAction] | undefined
  return sentence?.(entry) ?? [entry.action]
}

/** An API by its name. Once it is gone it leads nowhere, also when another one has its slug. */
function api({ api: slug, apiName, isApiThere }: AuditView, place: Place, suffix = ''): Part {
  const name = `${apiName ?? slug ?? ''}${suffix}`
  return isApiThere ? { text: name, place } : { text: name }
}

function stage({ data }: AuditView): Part {
  return { text: text(data, 'stage') }
}

/** "deploy request 7 (Accept refunds)", which leads to it. */
function request({ data, isApiThere }: AuditView): Part {
  const number = data['request']
  const name = `deploy request ${typeof number === 'number' ? number : ''} (${text(data, 'title')})`
  return isApiThere && typeof number === 'number'
    ? { text: name, place: 'deployments', request: number }
    : name
}

function version(data: Data): string {
  return typeof data['version'] === 'number' ? ` v${data['version']}` : ''
}

/** What part of a stage's requests a canary gets. */
function percent({ percentTraffic }: Data): string {
  return typeof percentTraffic === 'number' ? `${percentTraffic.toLocaleString('en')} %` : 'a part'
}

/** How many records a save touched. */
function records({ put, removed }: Data): string {
  const count = countOf(put) + countOf(removed)
  return count === 1 ? '1 record' : `${count.toLocaleString('en')} records`
}

/** As the server writes lists that may be long: how many, and the first of them. */
export function countOf(list: Data[string] | undefined): number {
  const count = typeof list === 'object' && list !== null && 'count' in list ? list['count'] : 0
  return typeof count === 'number' ? count : 0
}

/** Of a run of edits that is told as one. */
function saves({ saves: count }: Data): string {
  return typeof count === 'number' && count > 1 ? `, ${count} saves` : ''
}

function text(data: Data, key: string): string {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

function role(data: Data, key: string): string {
  const name = roleNames[text(data, key) as Role] as string | undefined
  return name === undefined ? 'somebody' : `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`
}
