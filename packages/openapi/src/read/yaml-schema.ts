import { CORE_SCHEMA, mergeTag } from 'js-yaml'

/** How descriptions in YAML are read: the core schema of YAML 1.2 (no dates), with `<<`, which people use all the same. */
export const yamlSchema = CORE_SCHEMA.withTags(mergeTag)
