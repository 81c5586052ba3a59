export { hashRecord, hashText } from './hash.ts'
export { mapSecrets, maskSecrets } from './mask.ts'
export {
  buildManifest,
  compareManifests,
  hashIn,
  type Manifest,
  type ManifestBucket,
  type ManifestChange,
  updateManifest,
} from './manifest.ts'
