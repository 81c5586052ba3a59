/** Id of the control that a parameter is typed into, so that what is missing can be focused. */
export function fieldId(key: string): string {
  return `field-${key.replaceAll(/[^\w-]/g, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`
}
