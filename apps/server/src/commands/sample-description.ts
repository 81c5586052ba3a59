const order = { $ref: '#/components/schemas/Order' }
const problem = {
  description: 'There is no such order',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } } },
      example: { message: 'No order 99' },
    },
  },
}

/** What "Start with a sample" imports: small, and with something of everything that the designer shows. */
export const sampleDescription = {
  openapi: '3.1.0',
  info: {
    title: 'Coffee orders',
    version: '1.0.0',
    description:
      'A coffee shop: its menu, and orders for it. Every operation answers with its example until you connect a backend.',
  },
  tags: [
    { name: 'Menu', description: 'What there is' },
    { name: 'Orders', description: 'Who wants what' },
  ],
  paths: {
    '/menu': {
      get: {
        operationId: 'listMenu',
        summary: 'List the menu',
        tags: ['Menu'],
        responses: {
          200: {
            description: 'Everything that can be ordered today',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Drink' } },
                example: [
                  { id: 'espresso', name: 'Espresso', priceCents: 250 },
                  { id: 'flat-white', name: 'Flat white', priceCents: 380 },
                ],
              },
            },
          },
        },
      },
    },
    '/orders': {
      get: {
        operationId: 'listOrders',
        summary: 'List orders',
        tags: ['Orders'],
        parameters: [
          {
            name: 'status',
            in: 'query',
            description: 'Only orders in this state',
            schema: { type: 'string', enum: ['queued', 'brewing', 'ready'] },
          },
        ],
        responses: {
          200: {
            description: 'Orders, oldest first',
            content: {
              'application/json': {
                schema: { type: 'array', items: order },
                example: [{ id: '17', drink: 'espresso', size: 'small', status: 'brewing' }],
              },
            },
          },
        },
      },
      post: {
        operationId: 'createOrder',
        summary: 'Order a drink',
        tags: ['Orders'],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/NewOrder' },
              example: { drink: 'flat-white', size: 'large' },
            },
          },
        },
        responses: {
          201: {
            description: 'The order is queued',
            content: {
              'application/json': {
                schema: order,
                example: { id: '18', drink: 'flat-white', size: 'large', status: 'queued' },
              },
            },
          },
        },
      },
    },
    '/orders/{orderId}': {
      parameters: [{ name: 'orderId', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getOrder',
        summary: 'Look an order up',
        tags: ['Orders'],
        responses: {
          200: {
            description: 'The order',
            content: {
              'application/json': {
                schema: order,
                example: { id: '17', drink: 'espresso', size: 'small', status: 'ready' },
              },
            },
          },
          404: problem,
        },
      },
      delete: {
        operationId: 'cancelOrder',
        summary: 'Cancel an order',
        description: 'Only while it is queued.',
        tags: ['Orders'],
        responses: { 204: { description: 'Cancelled' }, 404: problem },
      },
    },
  },
  components: {
    schemas: {
      Drink: {
        type: 'object',
        required: ['id', 'name', 'priceCents'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          priceCents: { type: 'integer', minimum: 0 },
        },
      },
      NewOrder: {
        type: 'object',
        required: ['drink'],
        properties: {
          drink: { type: 'string', description: 'Id of a drink on the menu' },
          size: { type: 'string', enum: ['small', 'large'], default: 'small' },
        },
      },
      Order: {
        type: 'object',
        required: ['id', 'drink', 'status'],
        properties: {
          id: { type: 'string' },
          drink: { type: 'string' },
          size: { type: 'string', enum: ['small', 'large'] },
          status: { type: 'string', enum: ['queued', 'brewing', 'ready'] },
        },
      },
    },
  },
}
