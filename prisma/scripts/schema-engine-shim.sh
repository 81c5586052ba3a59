#!/bin/sh
# Prisma's command line insists on a schema engine binary that it would download. Generating the client never runs it,
# so this stands in its place. It fails loudly: with a silent success `prisma migrate deploy` would do nothing.
echo "penstock: the schema engine binary is not used; migrations run through prisma/src/migrate" >&2
exit 1
