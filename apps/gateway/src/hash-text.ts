/**
 * 32 bits of a text, evenly spread and the same on every node: FNV-1a over its UTF-16 units, then MurmurHash3's finaliser,
 * without which texts that differ in their last letter alone would stand together. `seed` may be the hash of what goes before.
 * It hides nothing: whoever chooses the text chooses the number.
 */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
