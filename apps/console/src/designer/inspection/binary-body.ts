/** The bytes of base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

/** What a body of a type is called as a file: `answer.png`, and `answer.bin` where the type does not tell. */
export function fileNameOf(type: string | undefined): string {
  const subtype = /^[\w-]+\/(?:[\w.-]+\+)?([a-z0-9]{1,8})(?:\s*;.*)?$/i.exec(type ?? '')?.[1]
  return `answer.${subtype?.toLowerCase() ?? 'bin'}`
}
