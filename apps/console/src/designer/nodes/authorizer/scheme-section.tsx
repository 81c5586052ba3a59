import type { Authorizer, JsonObject } from '@penstock/model'
import { Select } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { Section } from '../../fields/section.tsx'
import { headerProblem } from '../gateway-response/field-problems.ts'
import { textOf } from './settings.ts'

/** How a client signs in → the OpenAPI security scheme that says so. */
const schemes: Readonly<Record<string, JsonObject>> = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  header: { type: 'apiKey', in: 'header', name: 'Authorization' },
  query: { type: 'apiKey', in: 'query', name: 'token' },
}

const texts: Readonly<Record<string, string>> = {
  bearer: 'Bearer token',
  basic: 'User name and password',
  header: 'In a header',
  query: 'In the query',
  other: 'Otherwise: see Advanced',
}

/** What the description and the portal tell clients. */
export function SchemeSection({ record }: { record: Authorizer }) {
  const { editor } = useDesigner().session
  const { id, scheme = {} } = record
  const put = (next: JsonObject) => setField<'authorizer', 'scheme'>(editor, record, 'scheme', next)
  const form = formOf(scheme)
  return (
    <Section field="scheme" title="What clients are told">
      <Select
        label="They sign in with"
        value={form}
        onChange={(next) => {
          const described = scheme['description']
          const chosen = schemes[next]
          if (chosen) put({ ...chosen, ...(described === undefined ? {} : { description: described }) })
        }}
        options={Object.entries(texts).map(([value, label]) => ({
          value,
          label,
          isDisabled: value === 'other',
        }))}
      />
      {scheme['type'] === 'apiKey' && (
        <DraftField
          label="Name"
          value={textOf(scheme, 'name')}
          isMono
          draftKey={`${id} scheme name`}
          problemOf={headerProblem}
          onCommit={(name) => put({ ...scheme, name })}
        />
      )}
    </Section>
  )
}

function formOf(scheme: JsonObject): string {
  const found = Object.entries(schemes).find(
    ([, { type, scheme: name, in: place }]) =>
      scheme['type'] === type && (type === 'http' ? scheme['scheme'] === name : scheme['in'] === place),
  )
  return found?.[0] ?? 'other'
}
