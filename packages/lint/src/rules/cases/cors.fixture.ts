import type { ApiRecord } from '@penstock/model'
import { api, aws, get, mapped, pets } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const cors = { allowOrigins: ['*'], allowMethods: ['GET'] }
const open = mapped({
  responses: {
    default: {
      statusCode: '200',
      responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" },
    },
  },
})
const saying = (responseType: string): ApiRecord => ({
  kind: 'gatewayResponse',
  id: `gwr_${responseType}`,
  responseType,
  responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
})

export const crossOrigin: Cases = {
  'cors-missing-on-errors': {
    fires: pets(aws(), open),
    at: 'api_1 ',
    silent: [
      pets(open),
      pets(aws(), mapped()),
      pets(aws({ cors }), open),
      pets(aws(), open, saying('DEFAULT_4XX'), saying('DEFAULT_5XX')),
    ],
  },
  'options-shadowed-by-cors': {
    fires: pets(api({ cors }), get({ httpMethod: 'OPTIONS' })),
    at: 'met_get httpMethod',
    silent: [pets(get({ httpMethod: 'OPTIONS' })), pets(api({ cors }))],
  },
  'cors-credentials-any-origin': {
    fires: pets(api({ cors: { ...cors, allowCredentials: true } })),
    at: 'api_1 cors.allowCredentials',
    silent: [pets(api({ cors: { allowOrigins: ['https://a.example'], allowCredentials: true } }))],
  },
}
