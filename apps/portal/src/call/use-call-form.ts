import type { PortalOperation } from '@penstock/server'
import { useMemo, useState } from 'react'
import { useShownApi } from '../app/shown.ts'
import { type Media, type Parameter, readContent, readParameters } from '../openapi/read.ts'
import { useSample } from '../operation/use-sample.ts'
import { type BuiltCall, buildCall, missingParameters, parameterKey } from './build-call.ts'
import { credentialOf, type SecurityScheme, shownCredential } from './credentials.ts'
import { encodeBody, wireType } from './encode-body.ts'
import { useSecrets } from './secret-store.ts'
import { wordOf } from './serialise-parameter.ts'

/** Methods to choose from where the API takes any. */
export const anyMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

export interface CallForm {
  readonly method: string
  readonly setMethod: (method: string) => void
  readonly parameters: readonly Parameter[]
  readonly values: Readonly<Record<string, string>>
  readonly setValue: (key: string, value: string) => void
  readonly missing: readonly Parameter[]
  /** Choices of schemes, one of which the call is made with. */
  readonly choices: readonly (readonly SecurityScheme[])[]
  readonly choice: number
  readonly setChoice: (choice: number) => void
  readonly content: readonly Media[]
  readonly mediaType: string
  readonly setMediaType: (type: string) => void
  readonly body: string
  readonly setBody: (text: string) => void
  readonly moreHeaders: string
  readonly setMoreHeaders: (text: string) => void
  /** What is sent. */
  readonly call: BuiltCall
  /** The same with placeholders for secrets and for what is still to be filled in, to be read by others. */
  readonly shown: BuiltCall
}

/** A call to an operation as the reader fills it in. */
export function useCallForm(operation: PortalOperation): CallForm {
  const { index } = useShownApi()
  const secrets = useSecrets()
  const parameters = useMemo(
    () => readParameters(operation.parameters, operation.path),
    [operation.parameters, operation.path],
  )
  const content = useMemo(() => readContent(operation.requestBody?.['content']), [operation.requestBody])
  const choices = useMemo(
    () => choicesOf(operation.security, index.authentication),
    [operation.security, index.authentication],
  )
  const [method, setMethod] = useState(operation.method === 'ANY' ? anyMethods[0] : operation.method)
  const [values, setValues] = useState(() => examplesOf(parameters))
  const [choice, setChoice] = useState(0)
  const [mediaType, setMediaType] = useState(content[0]?.type ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const [moreHeaders, setMoreHeaders] = useState('')
  const media = content.find(({ type }) => type === mediaType)
  const sample = useSample(media?.schema, operation.schemas, true, media?.examples[0]?.value)
  const body = typed ?? (sample.value === undefined ? '' : encodeBody(mediaType, sample.value))
  const schemes = choices[choice] ?? []
  const parts = {
    baseUrl: index.url,
    method,
    path: operation.path,
    parameters,
    moreHeaders,
    body: media && body !== '' ? { mediaType: wireType(mediaType), text: body } : null,
  }
  return {
    method,
    setMethod,
    parameters,
    values,
    setValue: (key, value) => setValues((before) => ({ ...before, [key]: value })),
    missing: missingParameters({ parameters, values }),
    choices,
    choice,
    setChoice,
    content,
    mediaType,
    setMediaType: (type) => {
      setMediaType(type)
      setTyped(null)
    },
    body,
    setBody: setTyped,
    moreHeaders,
    setMoreHeaders,
    call: buildCall({
      ...parts,
      values,
      credentials: schemes.map((scheme) => credentialOf(scheme, secrets)),
    }),
    shown: buildCall({
      ...parts,
      values: withPlaceholders(parameters, values),
      credentials: schemes.map(shownCredential),
    }),
  }
}

function choicesOf(
  security: PortalOperation['security'],
  known: readonly SecurityScheme[],
): SecurityScheme[][] {
  return security.map((names) =>
    names.map(
      (name) =>
        known.find((one) => one.name === name) ?? { name, scheme: { type: 'http', scheme: 'bearer' } },
    ),
  )
}

function examplesOf(parameters: readonly Parameter[]): Record<string, string> {
  return Object.fromEntries(
    parameters
      .filter(({ required, example }) => required && example !== undefined)
      .map((parameter) => [parameterKey(parameter), wordOf(parameter.example!)]),
  )
}

/** Required parameters that are empty show their own name where their value goes. */
function withPlaceholders(
  parameters: readonly Parameter[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const missing = missingParameters({ parameters, values }).filter(({ place }) => place !== 'path')
  return {
    ...values,
    ...Object.fromEntries(
      missing.map((one) => [parameterKey(one), one.name.replaceAll(/\W+/g, '_').toUpperCase()]),
    ),
  }
}
