import type { PortalGroup, PortalIndex, PortalOperationSummary } from '@penstock/server'

/** How operations are named in addresses: by their operationId, which people recognise, where it names only one. */
export class OperationNames {
  private readonly byName = new Map<string, PortalOperationSummary>()
  private readonly groupOf = new Map<string, PortalGroup>()
  private readonly shared = new Set<string>()

  constructor(index: Pick<PortalIndex, 'groups'>) {
    for (const group of index.groups)
      for (const operation of group.operations) {
        const name = operation.operationId
        this.groupOf.set(operation.id, group)
        if (name === null) continue
        if (this.byName.has(name)) this.shared.add(name)
        else this.byName.set(name, operation)
      }
    // An id wins over an operationId that looks like it: ids never change.
    for (const group of index.groups)
      for (const operation of group.operations) this.byName.set(operation.id, operation)
  }

  nameOf({ id, operationId }: PortalOperationSummary): string {
    if (operationId === null || this.shared.has(operationId)) return id
    return this.byName.get(operationId)?.id === id ? operationId : id
  }

  find(name: string): PortalOperationSummary | undefined {
    return this.byName.get(name)
  }

  groupNameOf({ id }: Pick<PortalOperationSummary, 'id'>): string | undefined {
    return this.groupOf.get(id)?.name
  }
}
