import { saveFile } from '../../app/save-file.ts'

/** Hands a text to the browser as a file to save. */
export function saveText(text: string, fileName: string): void {
  saveFile(fileName, new Blob([text], { type: 'text/plain;charset=utf-8' }))
}
