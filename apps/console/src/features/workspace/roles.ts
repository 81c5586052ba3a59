import type { Role } from '@penstock/server'

export const roleNames: Record<Role, string> = { admin: 'Administrator', member: 'Member' }

/** What a role may do, in a sentence. */
export const roleTexts: Record<Role, string> = {
  admin: 'Everything, also users and removing APIs',
  member: 'Design, review and deploy',
}

/** For choosing one. */
export const roleOptions = (['member', 'admin'] as const).map((value) => ({
  value,
  label: roleNames[value],
  description: roleTexts[value],
}))
