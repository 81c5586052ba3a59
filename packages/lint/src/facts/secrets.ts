const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an access key of Amazon', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{50,}/],
  ['a live key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a token of Slack', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a key of Google', /\bAIza[\w-]{35}\b/],
  ['a signed token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a password', /^(Basic|basic) [A-Za-z0-9+/]{8,}={0,2}$/],
  ['a token', /^(Bearer|bearer|Token|token) [\w.~+/-]{12,}=*$/],
]
const namedLikeSecret =
  /(^|[^a-z])(secret|password|passwd|pwd|token|credential|api[-_]?key|apikey|private[-_]?key|access[-_]?key|client[-_]?secret)([^a-z]|$)/i
const placeholder = /^(x+|\*+|\.+|…|<.*>|\{.*\}|changeme|example|test|dummy|none|null|true|false|\d{0,4})$/i

/** What kind of secret a value looks like, from its shape or from what it is called; undefined for none. */
export function secretIn(name: string, value: string): string | undefined {
  const text = value.trim()
  const known = shapes.find(([, shape]) => shape.test(text))
  if (known) return known[0]
  const words = name.replace(/([a-z])([A-Z])/g, '$1-$2')
  if (!namedLikeSecret.test(words) || text.length < 8 || placeholder.test(text)) return undefined
  // A sentence, an address and a name of something else are said openly.
  return /\s|^https?:|^arn:|\$\{|stageVariables/.test(text) ? undefined : 'a secret'
}
