/** A description of three operations, enough to try something on. */
export const rides = (title: string) => ({
  openapi: '3.1.0',
  info: { title, version: '1' },
  paths: {
    '/rides': {
      get: { operationId: 'listRides', responses: { 200: { description: 'All rides' } } },
      post: { operationId: 'bookRide', responses: { 201: { description: 'Booked' } } },
    },
    '/rides/{id}': { get: { operationId: 'getRide', responses: { 200: { description: 'A ride' } } } },
  },
})
