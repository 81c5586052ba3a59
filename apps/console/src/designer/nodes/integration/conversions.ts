/** What may become of a body on its way; empty: nothing. */
export const conversions = [
  { value: '', label: 'None' },
  { value: 'CONVERT_TO_BINARY', label: 'To bytes', description: 'A text is read as base64' },
  { value: 'CONVERT_TO_TEXT', label: 'To text', description: 'Bytes become base64' },
] as const
