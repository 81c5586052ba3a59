/**
 * The place of a caller between 0 and 100, evenly spread, and the same on every node that has the same seed. FNV-1a over
 * the UTF-16 units, then MurmurHash3's finaliser, without which callers that differ in their last letter alone would stand
 * together. It hides nothing: whoever chooses the text chooses the place.
 */
export function share(seed: string, caller: string): number {
  let hash = mixed(mixed(0x811c9dc5, seed), `\0${caller}`)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000) * 100
}

function mixed(hash: number, text: string): number {
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
