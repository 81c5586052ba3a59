import type { Rule } from './rule.ts'

/** The page of a rule in docs/lint, from what the rule says of itself. */
export function renderPage({ id, severity, title, why, mend, fix }: Rule): string {
  return `# ${id}

> ${title}

Level: ${severity}${fix ? ` · quick fix: ${fix.title}` : ''}

## Why

${why}

## What to do

${mend}
`
}

/** The list of all rules, with the way to switch them. */
export function renderIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, title, fix }) =>
      `| [\`${id}\`](${id}.md) | ${severity} | ${title.replaceAll('|', '\\|')} | ${fix ? 'yes' : ''} |`,
  )
  return `# Checks

What is doubtful about a definition that holds together. Errors keep it from being deployed, warnings and infos do not.

A check can have another level, or none, for a whole API or for one record: say so in \`x-penstock-lint\`, at the root of
the description or in an operation.

\`\`\`yaml
x-penstock-lint:
  unused-model: 'off'
  body-on-get: error
\`\`\`

| check | level | finds | quick fix |
|---|---|---|---|
${rows.join('\n')}
`
}
