/** Whether a status, or a range of them, says that a call went well: `200`, `2XX`. */
export function isSuccess(status: string): boolean {
  return status.startsWith('2')
}
