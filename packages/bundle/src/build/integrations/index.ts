import type { Integration } from '@penstock/model'
import { translateAws } from './aws.ts'
import { translateAwsProxy } from './aws-proxy.ts'
import { translateHttp } from './http.ts'
import { translateHttpProxy } from './http-proxy.ts'
import { translateMock } from './mock.ts'
import type { Translation } from './translation.ts'

/** Integration type → its translation. */
export const translations: Readonly<Record<Integration['type'], Translation>> = {
  mock: translateMock,
  http: translateHttp,
  http_proxy: translateHttpProxy,
  aws: translateAws,
  aws_proxy: translateAwsProxy,
}
