/** Offsets into the template source; strings with references inside keep offsets of the whole source. */
interface Located {
  readonly start: number
}

export interface TextNode extends Located {
  readonly type: 'text'
  readonly text: string
}

/** `$x.y` in text. `escapes` counts the backslashes before it: an odd count prints the source instead of the value. */
export interface OutputNode extends Located {
  readonly type: 'output'
  readonly reference: Reference
  readonly escapes: number
}

export interface SetNode extends Located {
  readonly type: 'set'
  readonly target: Reference
  readonly value: Expression
}

export interface IfNode extends Located {
  readonly type: 'if'
  readonly branches: readonly { readonly condition: Expression; readonly body: Block }[]
  readonly otherwise: Block | null
}

export interface ForeachNode extends Located {
  readonly type: 'foreach'
  readonly variable: string
  readonly list: Expression
  readonly body: Block
}

export interface MacroNode extends Located {
  readonly type: 'macro'
  readonly name: string
  readonly parameters: readonly string[]
  readonly body: Block
}

/** `#name(…)`; `source` is printed when no macro has that name. `body` is set for `#@name(…)…#end`. */
export interface CallNode extends Located {
  readonly type: 'call'
  readonly name: string
  readonly args: readonly Expression[]
  readonly body: Block | null
  readonly source: string
}

export interface DefineNode extends Located {
  readonly type: 'define'
  readonly name: string
  readonly body: Block
}

export interface LeaveNode extends Located {
  readonly type: 'stop' | 'break'
}

export type Node =
  | TextNode
  | OutputNode
  | SetNode
  | IfNode
  | ForeachNode
  | MacroNode
  | CallNode
  | DefineNode
  | LeaveNode

export type Block = readonly Node[]

export type Step =
  | { readonly type: 'property'; readonly name: string; readonly start: number }
  | {
      readonly type: 'method'
      readonly name: string
      readonly args: readonly Expression[]
      readonly start: number
    }
  | { readonly type: 'index'; readonly index: Expression; readonly start: number }

export interface Reference extends Located {
  readonly type: 'reference'
  readonly name: string
  readonly steps: readonly Step[]
  /** As written, for the escaped form. */
  readonly source: string
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||'

export type Expression =
  | Reference
  | (Located & { readonly type: 'constant'; readonly value: string | boolean })
  | (Located & { readonly type: 'integer' | 'decimal'; readonly text: string })
  | (Located & { readonly type: 'interpolation'; readonly body: Block })
  | (Located & { readonly type: 'list'; readonly items: readonly Expression[] })
  | (Located & { readonly type: 'range'; readonly from: Expression; readonly to: Expression })
  | (Located & { readonly type: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] })
  | (Located & { readonly type: 'not'; readonly operand: Expression })
  | (Located & {
      readonly type: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    })

/** Calls `seen` for every node and expression of a block, outside in, in source order. */
export function visit(block: Block, seen: (node: Node | Expression) => void): void {
  for (const node of block) {
    seen(node)
    for (const child of expressionsOf(node)) visitExpression(child, seen)
    for (const child of blocksOf(node)) visit(child, seen)
  }
}

function visitExpression(expression: Expression, seen: (node: Node | Expression) => void): void {
  seen(expression)
  if (expression.type === 'interpolation') visit(expression.body, seen)
  for (const child of operandsOf(expression)) visitExpression(child, seen)
}

function expressionsOf(node: Node): readonly Expression[] {
  switch (node.type) {
    case 'output':
      return [node.reference]
    case 'set':
      return [node.target, node.value]
    case 'if':
      return node.branches.map((branch) => branch.condition)
    case 'foreach':
      return [node.list]
    case 'call':
      return node.args
    default:
      return []
  }
}

function blocksOf(node: Node): readonly Block[] {
  switch (node.type) {
    case 'if': {
      const bodies = node.branches.map((branch) => branch.body)
      return node.otherwise === null ? bodies : [...bodies, node.otherwise]
    }
    case 'foreach':
    case 'macro':
    case 'define':
      return [node.body]
    case 'call':
      return node.body === null ? [] : [node.body]
    default:
      return []
  }
}

function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'reference':
      return expression.steps.flatMap((step) =>
        step.type === 'method' ? step.args : step.type === 'index' ? [step.index] : [],
      )
    case 'list':
      return expression.items
    case 'range':
      return [expression.from, expression.to]
    case 'map':
      return expression.entries.flat()
    case 'not':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    default:
      return []
  }
}
