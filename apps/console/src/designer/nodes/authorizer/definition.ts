import { ShieldCheck } from 'lucide-react'
import { defineNode } from '../node-definition.ts'
import { renameAuthorizer } from './rename-authorizer.ts'
import { typeOf, typeTexts } from './settings.ts'

export const authorizerNode = defineNode({
  kind: 'authorizer',
  noun: 'authorizer',
  glyph: ShieldCheck,
  skeleton: () => null,
  title: (authorizer) => authorizer.name,
  detail: (authorizer) => typeTexts[typeOf(authorizer)] ?? 'authorizer',
  takes: [],
  rename: { label: 'Name', value: ({ name }) => name, apply: renameAuthorizer },
})
