type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

const space = /[ \t\r\n]*/y
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Where a text stops being JSON (RFC 8259), as an offset; its length when it only ends too early. The engine's own parser
 * does not tell where it met a token that it did not expect.
 */
export function jsonBrokenAt(text: string): number {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  let at = 0
  const after = (token: RegExp): number | null => {
    token.lastIndex = at
    return token.test(text) ? token.lastIndex : null
  }
  const followed = (): Wanted => (open.length === 0 ? 'nothing' : 'comma or end')
  for (;;) {
    at = after(space)!
    if (at >= text.length) return text.length
    const character = text[at]!
    const isValue: boolean = wanted === 'value' || wanted === 'value or end'
    const isEnd: boolean = wanted.endsWith('end') && character === (open.at(-1) === '{' ? '}' : ']')
    if (isEnd) {
      open.pop()
      wanted = followed()
      at++
    } else if (isValue && (character === '{' || character === '[')) {
      open.push(character)
      wanted = character === '{' ? 'key or end' : 'value or end'
      at++
    } else if (isValue || wanted.startsWith('key')) {
      const end = after(string) ?? (isValue ? after(scalar) : null)
      if (end === null) return at
      wanted = isValue ? followed() : 'colon'
      at = end
    } else if (wanted === 'colon' && character === ':') {
      wanted = 'value'
      at++
    } else if (wanted === 'comma or end' && character === ',') {
      wanted = open.at(-1) === '{' ? 'key' : 'value'
      at++
    } else return at
  }
}
