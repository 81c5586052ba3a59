import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { CallContext, SignedInContext } from '../procedures/context.ts'

type Shape = z.ZodObject

/** One call of `/api/v1`: enough to serve it, and to describe it in `/api/v1/openapi.json`. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with `:parameters`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly params: Shape
  readonly query: Shape
  /** Absent: the call has no body. `document`: any text, handed over as it came. */
  readonly body?: z.ZodType | 'document'
  readonly status: 200 | 201 | 204
  readonly answer: z.ZodType
  /** Media type of the answer where it is not JSON. */
  readonly produces?: readonly string[]
  readonly handle: (call: RestCall<Shape, Shape, z.ZodType>) => Promise<unknown>
}

export interface RestCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly ctx: SignedInContext
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly reply: FastifyReply
}

interface RouteOptions<P extends Shape, Q extends Shape, B extends z.ZodType>
  extends Omit<RestRoute, 'params' | 'query' | 'body' | 'handle' | 'status'> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly status?: RestRoute['status']
  readonly handle: (call: RestCall<P, Q, B>) => Promise<unknown>
}

const none = z.object({})

export function defineRoute<
  P extends Shape = typeof none,
  Q extends Shape = typeof none,
  B extends z.ZodType = z.ZodType,
>(options: RouteOptions<P, Q, B>): RestRoute {
  const { params = none, query = none, status = 200, handle, ...rest } = options
  return { ...rest, params, query, status, handle: (call) => handle(call as unknown as RestCall<P, Q, B>) }
}

/** A call whose body is a text of any media type: a description to import. */
export function defineDocumentRoute<P extends Shape = typeof none, Q extends Shape = typeof none>(
  options: Omit<RouteOptions<P, Q, z.ZodString>, 'body'>,
): RestRoute {
  return { ...defineRoute(options), body: 'document' }
}

/** A REST call has somebody behind it: the door of `http/identify.ts` let it through. */
export function signedIn(ctx: CallContext): SignedInContext {
  const { actor } = ctx
  if (!actor) throw new TypeError('a REST route was reached without a session or a token')
  return { ...ctx, actor }
}
