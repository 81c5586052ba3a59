import type { JsonObject, RecordId } from '@penstock/model'
import { Field } from '../../fields/field.tsx'
import { DraftField } from '../../fields/draft-field.tsx'
import { Section } from '../../fields/section.tsx'
import {
  identitySourceProblem,
  issuerProblem,
  patternProblem,
  poolsProblem,
  ttlProblem,
} from './field-problems.ts'
import { listOf, textOf, textOfList, withSetting } from './settings.ts'

export interface SettingsFieldsProps {
  id: RecordId
  type: string
  settings: JsonObject
  onChange: (settings: JsonObject) => void
}

/** What an authorizer of a type needs to know. A type without fields here is edited under Advanced. */
export function SettingsFields(props: SettingsFieldsProps) {
  const fields = fieldsOf[props.type]
  return fields ? <Section title="How it decides">{fields(props)}</Section> : null
}

const fieldsOf: Readonly<Record<string, (props: SettingsFieldsProps) => React.ReactNode>> = {
  token: (props) => (
    <>
      <Uri {...props} />
      <Setting
        {...props}
        name="identityValidationExpression"
        label="Pattern of the token"
        description="A regular expression. Tokens that do not fit are refused before the function is asked."
        problemOf={patternProblem}
      />
      <Ttl {...props} />
    </>
  ),
  request: (props) => (
    <>
      <Uri {...props} />
      <Setting
        {...props}
        name="identitySource"
        label="Recognised by"
        description="With commas between them. A request without one of them is refused."
        problemOf={identitySourceProblem}
      />
      <Ttl {...props} />
    </>
  ),
  jwt: (props) => (
    <>
      <Setting
        {...props}
        name="identitySource"
        label="Where the token is"
        description="For example $request.header.Authorization"
        problemOf={identitySourceProblem}
      />
      <Jwt {...props} />
    </>
  ),
  cognito_user_pools: ({ id, settings, onChange }) => (
    <DraftField
      label="User pools"
      description="Their ARNs, with commas between them"
      value={textOfList(settings['providerARNs'])}
      isMono
      draftKey={`${id} providerARNs`}
      problemOf={poolsProblem}
      onCommit={(text) => onChange({ ...settings, providerARNs: listOf(text) })}
    />
  ),
}

function Jwt({ id, settings, onChange }: SettingsFieldsProps) {
  const found = settings['jwtConfiguration']
  const jwt = typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {}
  const set = (part: JsonObject) => onChange({ ...settings, jwtConfiguration: { ...jwt, ...part } })
  return (
    <>
      <DraftField
        label="Issuer"
        value={textOf(jwt, 'issuer')}
        isMono
        draftKey={`${id} issuer`}
        problemOf={issuerProblem}
        onCommit={(issuer) => set({ issuer })}
      />
      <DraftField
        label="Audiences"
        description="With commas between them"
        value={textOfList(jwt['audience'])}
        isMono
        draftKey={`${id} audience`}
        onCommit={(text) => set({ audience: listOf(text) })}
      />
    </>
  )
}

function Uri(props: SettingsFieldsProps) {
  return (
    <Setting
      {...props}
      name="authorizerUri"
      label="Function"
      description="As Amazon writes it: an ARN with the function's in it"
    />
  )
}

function Ttl({ id, settings, onChange }: SettingsFieldsProps) {
  const name = 'authorizerResultTtlInSeconds'
  return (
    <Field path="settings.authorizerResultTtlInSeconds">
      <DraftField
        label="Keep its answers for, seconds"
        description="0: ask each time. Empty: 300"
        value={textOf(settings, name)}
        isMono
        draftKey={`${id} ${name}`}
        problemOf={ttlProblem}
        onCommit={(text) => onChange(withSetting(settings, name, text === '' ? undefined : Number(text)))}
      />
    </Field>
  )
}

interface SettingProps extends SettingsFieldsProps {
  name: string
  label: string
  description: string
  problemOf?: (text: string) => string | null
}

function Setting({ id, settings, onChange, name, label, description, problemOf }: SettingProps) {
  return (
    <Field path={`settings.${name}`}>
      <DraftField
        label={label}
        description={description}
        value={textOf(settings, name)}
        isMono
        draftKey={`${id} ${name}`}
        {...(problemOf ? { problemOf } : {})}
        onCommit={(text) => onChange(withSetting(settings, name, text))}
      />
    </Field>
  )
}
