/** A compiled JSONPath: steps from the root, then perhaps one function over what they found. */
export interface JsonPath {
  readonly root: '$' | '@'
  readonly steps: readonly PathStep[]
  readonly tail: { readonly name: string; readonly args: readonly Operand[] } | null
  /** True when it can find one value at most; then the answer is that value and not a list. */
  readonly definite: boolean
}

export type PathStep =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'names'; readonly names: readonly string[] }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'indexes'; readonly indexes: readonly number[] }
  | { readonly type: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly type: 'wildcard' | 'scan' }
  | { readonly type: 'filter'; readonly filter: Filter }

export type Operand =
  | { readonly type: 'path'; readonly path: JsonPath }
  | { readonly type: 'literal'; readonly value: unknown }
  | { readonly type: 'regex'; readonly regex: RegExp }

export type Filter =
  | { readonly type: 'or' | 'and'; readonly left: Filter; readonly right: Filter }
  | { readonly type: 'not'; readonly filter: Filter }
  | { readonly type: 'exists'; readonly path: JsonPath }
  | { readonly type: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand }
