/** A function at Lambda. */
export interface LambdaArn {
  readonly name: string
  /** Empty where the text says none. */
  readonly region: string
  readonly qualifier: string | null
  /** Without the qualifier. */
  readonly arn: string
}

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`. Null: it is none. */
export function parseLambdaArn(text: string): LambdaArn | null {
  const [, arn, region, name, qualifier] =
    /^(arn:[^:]*:lambda:([a-z0-9-]*):\d*:function:([\w.-]+))(?::([\w$.-]+))?$/i.exec(text.trim()) ?? []
  if (arn === undefined || region === undefined || name === undefined) return null
  return { arn, region, name, qualifier: qualifier ?? null }
}
