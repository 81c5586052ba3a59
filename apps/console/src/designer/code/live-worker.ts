import { expose } from 'comlink'
import { createLiveApi } from './live-api.ts'

expose(createLiveApi())
