import { databaseError, type Prisma, type PrismaClient } from '@penstock/prisma'

/** What can run statements: the client, or a transaction of it. */
export type Executor = Prisma.TransactionClient

/**
 * One transaction: all of `work` or nothing. What an operator can mend (no database, no disk) becomes an error with
 * a code of its own.
 */
export async function transact<T>(db: PrismaClient, work: (tx: Executor) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work)
  } catch (error) {
    throw databaseError(error)
  }
}
