/** `Application/JSON; charset=utf-8` → `application/json`: what two media types are compared by (RFC 9110 §8.3.1). */
export function mediaType(value: string): string {
  const cut = value.indexOf(';')
  return (cut < 0 ? value : value.slice(0, cut)).trim().toLowerCase()
}
