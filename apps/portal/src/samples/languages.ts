import type { Language } from './call.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { javascript } from './javascript.ts'
import { python } from './python.ts'

export const languages: readonly Language[] = [curl, javascript, python, go, java]
